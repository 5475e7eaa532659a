package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.text.TokenCounter;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A vocabulary of whole numbers that are names: which symbol each of them is, looked up without an
 * object for each number. Immutable.
 */
final class Ids {
  /** As text, in the order of their symbols. */
  private final List<String> names;

  private final long[] sorted;
  private final int[] symbols;

  private Ids(List<String> names) {
    this.names = names;
    long[] values = names.stream().mapToLong(Long::parseLong).toArray();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Long.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.sorted = new long[values.length];
    this.symbols = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = values[order[i]];
      symbols[i] = LearnedSymbol.FIRST + order[i];
    }
  }

  /** Returns the numbers that were counted. */
  static Ids of(TokenCounter counter, int vocabulary, int minFrequency) {
    return new Ids(counter.vocabulary(vocabulary, minFrequency).tokens());
  }

  /**
   * Returns the numbers that were stored.
   *
   * @throws IllegalArgumentException if one is there twice, or is no number
   */
  static Ids restore(StoredFeature stored) {
    try {
      return new Ids(Vocabulary.of(stored.entries()).tokens());
    } catch (IllegalArgumentException e) {
      throw stored.wrong("is damaged: " + e.getMessage());
    }
  }

  /** Returns how many symbols there are, those of padding and unknown numbers included. */
  int size() {
    return LearnedSymbol.FIRST + names.size();
  }

  List<String> names() {
    return names;
  }

  int symbol(long number) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) {
        low = middle + 1;
      } else if (sorted[middle] > number) {
        high = middle - 1;
      } else {
        return symbols[middle];
      }
    }
    return Vocabulary.UNKNOWN;
  }
}
