package dev.rondo.runtime.data.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts tokens of any amount of text in bounded memory.
 *
 * <p>Counts are exact up to 1,000,000 different tokens. Whenever there are more, the rarest are
 * forgotten until at most half as many are left: the first time those seen once, the next time
 * those seen at most twice, and so on; one that comes again starts anew. So a count is too low by
 * at most one for every 500,000 tokens read. word2vec bounds its vocabulary in this way (Mikolov et
 * al. 2013, <a href="https://arxiv.org/abs/1310.4546">arXiv:1310.4546</a>). Tokens of more than 256
 * {@code char}s are not counted.
 */
public final class TokenCounter {
  private static final int MOST_DIFFERENT = 1_000_000;
  private static final int LONGEST = 256;

  private final int mostDifferent;
  private final Map<String, Long> counts = new HashMap<>();
  private long forgotten;

  /** Starts with no token. */
  public TokenCounter() {
    this(MOST_DIFFERENT);
  }

  /** For tests: a counter that forgets earlier. */
  TokenCounter(int mostDifferent) {
    this.mostDifferent = mostDifferent;
  }

  /** Counts a token; an empty one, and one that is too long, is left out. */
  public void add(String token) {
    if (token.isEmpty() || token.length() > LONGEST) {
      return;
    }
    counts.merge(token, 1L, Long::sum);
    if (counts.size() > mostDifferent) {
      forgetRarest();
    }
  }

  private void forgetRarest() {
    while (counts.size() > mostDifferent / 2) {
      forgotten++;
      counts.values().removeIf(count -> count <= forgotten);
    }
  }

  /** Returns how many different tokens are counted now. */
  int different() {
    return counts.size();
  }

  /** Returns how many different tokens were seen at least so often. */
  int seen(int times) {
    return (int) counts.values().stream().filter(count -> count >= times).count();
  }

  /** Returns how often each token was seen; a view. */
  Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Returns the vocabulary of the most frequent tokens; equally frequent ones are in the order of
   * {@link String#compareTo}.
   *
   * @param largest the most tokens it may have, at least 1
   * @param minFrequency how often a token must have been seen, at least 1
   * @throws IllegalArgumentException if one of them is below 1
   */
  public Vocabulary vocabulary(int largest, int minFrequency) {
    return Vocabulary.of(mostFrequent(counts, largest, minFrequency));
  }

  /** Returns the tokens of such a vocabulary. */
  static List<String> mostFrequent(Map<String, Long> counts, int largest, int minFrequency) {
    atLeastOne(largest, "vocabulary");
    atLeastOne(minFrequency, "minFrequency");
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= minFrequency)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(largest)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void atLeastOne(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
    }
  }
}
