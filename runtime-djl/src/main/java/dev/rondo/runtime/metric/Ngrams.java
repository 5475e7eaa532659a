package dev.rondo.runtime.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of n-grams: the runs of n words or characters in a text. */
final class Ngrams {
  private Ngrams() {}

  /** Returns how often each n-gram stands in a text. The items must not change afterwards. */
  static <T> Map<List<T>, Integer> count(List<T> items, int n) {
    Map<List<T>, Integer> counts = new HashMap<>();
    for (int i = 0; i < number(items, n); i++) {
      counts.merge(items.subList(i, i + n), 1, Integer::sum);
    }
    return counts;
  }

  /** Returns how many n-grams a text has, repeated ones included. */
  static int number(List<?> items, int n) {
    return Math.max(0, items.size() - n + 1);
  }

  /** Returns how many n-grams two texts share; one that is repeated counts as often as in both. */
  static <T> int shared(Map<List<T>, Integer> counts, Map<List<T>, Integer> others) {
    int sum = 0;
    for (Map.Entry<List<T>, Integer> entry : counts.entrySet()) {
      sum += Math.min(entry.getValue(), others.getOrDefault(entry.getKey(), 0));
    }
    return sum;
  }
}
