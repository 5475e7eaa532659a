package dev.rondo.runtime.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * White space as Python's {@code str.split} and sacreBLEU know it. No method of Java's has the same
 * characters: those of {@link Character} leave out either no-break spaces or control characters.
 */
final class WhiteSpace {
  private static final int NEXT_LINE = 0x85;

  private WhiteSpace() {}

  static boolean is(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == NEXT_LINE;
  }

  /** Returns what stands between white space; nothing of an empty text. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    // all white space is in the basic plane, so chars do
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || is(text.charAt(i))) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return List.copyOf(parts);
  }

  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Returns all characters but white space. */
  static List<Integer> others(String text) {
    return text.codePoints().filter(codePoint -> !is(codePoint)).boxed().toList();
  }
}
