package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes tokens one to a line of plain text. A backslash is written as two of them, a line feed as
 * backslash n, a carriage return as backslash r, a tab as backslash t. Other characters that could
 * break a line or get lost on the way (controls, line and paragraph separators, the byte order
 * mark, half surrogate pairs) are a backslash, u and four hexadecimal digits.
 */
final class TokenLines {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|[\\\\nrt])?");

  private TokenLines() {}

  static String escape(String token) {
    StringBuilder line = new StringBuilder(token.length());
    token
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                  if (isUnsafe(c)) {
                    line.append(String.format(Locale.ROOT, "\\u%04x", c));
                  } else {
                    line.appendCodePoint(c);
                  }
                }
              }
            });
    return line.toString();
  }

  /**
   * Reads lines that {@link #escape} wrote.
   *
   * @throws IllegalArgumentException if one has a backslash with nothing known behind it
   */
  static List<String> unescape(List<String> lines) {
    List<String> tokens = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      tokens.add(unescape(lines.get(i), i));
    }
    return tokens;
  }

  private static String unescape(String line, int index) {
    return ESCAPE
        .matcher(line)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), line, index)));
  }

  private static String character(@Nullable String escaped, String line, int index) {
    if (escaped == null) {
      throw new IllegalArgumentException(
          "vocabulary entry %d, %s, has a backslash that escapes nothing (counted from 0)"
              .formatted(index, Wording.quote(line)));
    }
    return switch (escaped.charAt(0)) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'u' -> Character.toString(Integer.parseInt(escaped, 1, escaped.length(), 16));
      default -> escaped;
    };
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
