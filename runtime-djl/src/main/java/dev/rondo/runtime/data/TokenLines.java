package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes tokens one to a line of plain text. A backslash becomes <code>\\</code>, a line feed
 * <code>
 * \n</code>, a carriage return <code>\r</code>, a tab <code>\t</code>, and other characters that
 * could break a line or get lost on the way (controls, line and paragraph separators, the byte
 * order mark, half surrogate pairs) a backslash, {@code u} and four hexadecimal digits.
 */
final class TokenLines {
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
    if (line.indexOf('\\') < 0) {
      return line;
    }
    StringBuilder token = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        token.append(c);
        continue;
      }
      i++;
      switch (i < line.length() ? line.charAt(i) : ' ') {
        case '\\' -> token.append('\\');
        case 'n' -> token.append('\n');
        case 'r' -> token.append('\r');
        case 't' -> token.append('\t');
        case 'u' -> {
          int end = i + 5;
          if (end > line.length() || !isHexadecimal(line, i + 1, end)) {
            throw badEscape(line, index);
          }
          token.append((char) Integer.parseInt(line, i + 1, end, 16));
          i = end - 1;
        }
        default -> throw badEscape(line, index);
      }
    }
    return token.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static boolean isHexadecimal(String line, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.digit(line.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException badEscape(String line, int index) {
    return new IllegalArgumentException(
        "vocabulary entry %d, %s, has a backslash that escapes nothing (counted from 0)"
            .formatted(index, Wording.quote(line)));
  }
}
