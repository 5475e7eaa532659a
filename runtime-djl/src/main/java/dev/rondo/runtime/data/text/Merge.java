package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Wording;
import java.util.Comparator;

/** Two symbols that become one wherever they stand side by side. */
record Merge(String left, String right) {
  /** By the left symbol, then by the right one, as {@link String#compareTo} has it. */
  static final Comparator<Merge> ORDER =
      Comparator.comparing(Merge::left).thenComparing(Merge::right);

  /** Returns the symbol that they become. */
  String joined() {
    return left + right;
  }

  /** Returns both with a space between them, as they are published everywhere. */
  String line() {
    return left + " " + right;
  }

  /**
   * Reads a line. Only the left symbol may have a space in it: that before a word.
   *
   * @throws IllegalArgumentException if it does not have two symbols
   */
  static Merge of(String line) {
    int between = line.lastIndexOf(' ');
    if (between < 1 || between == line.length() - 1) {
      throw new IllegalArgumentException(
          "merge " + Wording.quote(line) + " is not two subwords with a space between them");
    }
    return new Merge(line.substring(0, between), line.substring(between + 1));
  }
}
