package dev.rondo.processor.diag;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the candidate that is the fewest typing mistakes away. */
public final class Suggestions {
  private Suggestions() {}

  /** Returns the candidate closest to what was written, unless none is close; case is ignored. */
  public static Optional<String> closest(String written, Collection<String> candidates) {
    String lower = written.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, written.length() / 3);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distanceTo(lower, candidate)))
        .filter(candidate -> distanceTo(lower, candidate) <= limit);
  }

  private static int distanceTo(String lower, String candidate) {
    return distance(lower, candidate.toLowerCase(Locale.ROOT));
  }

  /** The edit distance of Levenshtein: insertions, deletions and replacements count one each. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
