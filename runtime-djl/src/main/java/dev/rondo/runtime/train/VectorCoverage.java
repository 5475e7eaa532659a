package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How many tokens of a vocabulary {@linkplain ModelTrainer#wordVectors word vectors} were found
 * for.
 *
 * @param layer the embedding that has them
 * @param file where they are from
 * @param vectors how many there are in the file
 * @param size the numbers of each
 * @param exact tokens that are a word of the file, letter by letter
 * @param lowerCased tokens whose lower case is a word of the file, but not they themselves
 * @param missing tokens without a vector, which start as they would without the file
 * @param mostFrequentMissing the most frequent of these, at most ten
 * @param frozen whether the training leaves the vectors as they are
 */
public record VectorCoverage(
    String layer,
    Path file,
    long vectors,
    int size,
    int exact,
    int lowerCased,
    int missing,
    List<String> mostFrequentMissing,
    boolean frozen) {
  /** Copies the list. */
  public VectorCoverage {
    mostFrequentMissing = List.copyOf(mostFrequentMissing);
  }

  /** Returns the share of tokens with a vector, in [0, 1]. */
  public double share() {
    return (exact + lowerCased) / (double) (exact + lowerCased + missing);
  }

  /** Returns a line for people. */
  @Override
  public String toString() {
    String most =
        missing == 0
            ? ""
            : " (most often "
                + Wording.list(mostFrequentMissing.stream().map(Wording::quote).toList())
                + ")";
    return String.format(
        Locale.ROOT,
        "%s of %s: %,d tokens as they are, %,d in lower case, %,d missing%s; %s",
        frozen ? "frozen vectors" : "vectors",
        layer,
        exact,
        lowerCased,
        missing,
        most,
        String.format(Locale.ROOT, "%,d in %s", vectors, Wording.file(file)));
  }
}
