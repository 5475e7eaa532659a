package dev.rondo.runtime.data;

import dev.rondo.internal.Digits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts that error messages and reports have in common. */
public final class Wording {
  /** Longer lists are cut: nobody reads them. */
  private static final int MOST_LISTED = 20;

  /** Longer quotations are cut: a field of a file may be a whole book. */
  private static final int LONGEST_QUOTED = 60;

  private static final int DIGITS = 4;

  private Wording() {}

  /** Returns a number of any unit in four digits, as {@link Digits#significant} does. */
  public static String significant(double value) {
    return Digits.significant(value, DIGITS);
  }

  /** Returns {@code A, B, C}, or the first 20 and how many there are. */
  public static String list(Collection<String> names) {
    String listed = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return names.size() <= MOST_LISTED ? listed : listed + ", ... (" + names.size() + " in all)";
  }

  /**
   * Returns a path in quotes and, if it is relative, where that is: {@code "a.txt" (/data/a.txt)}.
   */
  public static String file(Path file) {
    return file.isAbsolute()
        ? '"' + file.toString() + '"'
        : "\"%s\" (%s)".formatted(file, file.toAbsolutePath());
  }

  /** Returns the text in quotes, cut if it is long. */
  public static String quote(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_QUOTED) {
      return '"' + text + '"';
    }
    return '"' + text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTED)) + "...\"";
  }

  /**
   * Returns {@code Did you mean "B"?} with a space before it, or nothing where no candidate is
   * close. Close is an edit distance, ignoring case, of at most a third of what was found.
   */
  public static String didYouMean(String found, List<String> candidates) {
    // an edit distance costs the product of the lengths, and no name is that long
    if (found.length() > LONGEST_QUOTED) {
      return "";
    }
    String lower = found.toLowerCase(Locale.ROOT);
    int closest = Math.max(1, found.length() / 3) + 1;
    String best = null;
    for (String candidate : candidates) {
      int distance = editDistance(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < closest && distance < candidate.length()) {
        closest = distance;
        best = candidate;
      }
    }
    return best == null ? "" : " Did you mean \"" + best + "\"?";
  }

  /**
   * Returns how many insertions, deletions, replacements and swaps of neighbours make one text of
   * the other (optimal string alignment).
   */
  static int editDistance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
    }
    return last[b.length()];
  }
}
