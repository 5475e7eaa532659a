package dev.rondo.runtime.data;

import dev.rondo.runtime.data.text.VectorLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of word vectors that were learned elsewhere, and how a training uses them. Immutable.
 *
 * <p>The file is text in UTF-8, compressed with gzip or not: a word and its numbers a line, with
 * spaces or tabs between them, as GloVe, word2vec and fastText write it. The first line may tell
 * how many vectors there are, and of how many numbers. A word may have spaces in it. Of a word that
 * is there twice the first vector counts.
 */
public final class WordVectors {
  private final Path file;
  private final boolean frozen;

  private WordVectors(Path file, boolean frozen) {
    this.file = file;
    this.frozen = frozen;
  }

  /**
   * Returns the vectors of a file, which the training goes on to change.
   *
   * @throws TextFileException if it does not exist, or is no file
   */
  public static WordVectors of(Path file) {
    Path checked = Arguments.notNull(file, "file");
    if (!Files.isRegularFile(checked)) {
      throw new TextFileException(
          Wording.file(checked)
              + (Files.exists(checked) ? " is no file" : " does not exist")
              + ", expected word vectors as text");
    }
    return new WordVectors(checked, false);
  }

  /**
   * Returns the same vectors, to be left as they are by the training, as are those that words
   * without a vector start with. An output layer that is tied to the embedding keeps them too.
   */
  public WordVectors frozen() {
    return new WordVectors(file, true);
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  /** Returns whether the training leaves the vectors as they are. */
  public boolean isFrozen() {
    return frozen;
  }

  /**
   * Reads the file, a line at a time.
   *
   * @param size the numbers of a vector that are expected
   * @param reader is asked which words it wants, and given their vectors
   * @return how many vectors there are
   * @throws TextFileException if it cannot be read, or has other vectors, naming the line
   */
  public Read read(int size, Reader reader) {
    try {
      return VectorLines.read(file, size, reader);
    } catch (IOException e) {
      throw new TextFileException("cannot read " + Wording.file(file) + ": " + e, e);
    }
  }

  /** Takes the vectors of the words that it wants. */
  public interface Reader {
    /** Returns whether the vector of a word, which is in normalization form C, is wanted. */
    boolean wants(String word);

    /** Is given the vector of a word that it wanted; the array is its own. */
    void take(String word, float[] vector);
  }

  /**
   * What was read.
   *
   * @param vectors how many there are
   * @param promised how many the first line tells; -1 if it tells none
   */
  public record Read(long vectors, long promised) {}

  @Override
  public String toString() {
    return Wording.file(file) + (frozen ? ", frozen" : "");
  }
}
