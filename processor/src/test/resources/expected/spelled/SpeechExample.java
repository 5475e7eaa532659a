package spelled;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.Conll;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SequenceColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Speech}: what {@link Speech#tag} is given, and what it should answer.
 * Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechExample {
  private final List<String> words;
  private final List<Part> expected;

  /**
   * Creates an example.
   *
   * @param words the tokens, which are copied
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public SpeechExample(List<String> words, List<Part> expected) {
    this.words = Arguments.copyOf(words, "words");
    this.expected = Arguments.copyOf(expected, "expected");
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
   * JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
   * .gz}). Its columns are called like the components; {@link Grouping#by} says which rows are the
   * steps of one example.
   *
   * <p>Or it is a tagged corpus, such as CoNLL-U or CoNLL-2003, with one step a row and a blank
   * line behind each example: {@link Conll} says which columns are read.
   *
   * @param options how rows are grouped, which columns of a corpus are read, and what is done with
   *     wrong ones
   * @throws ExampleFileException if the file cannot be read, naming line, column, value and what
   *     was expected
   */
  public static List<SpeechExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<SpeechExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, SpeechExample::example, options);
  }

  /** Returns the tokens; unmodifiable. */
  public List<String> words() {
    return words;
  }

  /** Returns the right answer. */
  public List<Part> expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpeechExample that
        && words.equals(that.words)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, expected);
  }

  @Override
  public String toString() {
    return "SpeechExample[words=" + words + ", expected=" + expected + "]";
  }

  private static RecordReader<SpeechExample> example(Columns columns) {
    SequenceColumn<List<String>> words = columns.list("words", step -> step.text("")::of);
    SequenceColumn<List<Part>> expected =
        columns.list("expected", step -> step.constant("", Part.values())::of);
    return cells -> new SpeechExample(words.of(cells), expected.of(cells));
  }
}
