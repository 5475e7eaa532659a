package dev.rondo.runtime.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Strings as text, one a line, UTF-8, each line ended by a line feed. A line is the inside of a
 * JSON string: quotes, backslashes, line separators of any kind, control characters and lone
 * surrogates are escaped, everything else stands for itself.
 */
final class TokenLines {
  /** Some editors and readers swallow it at the beginning of a file. */
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private TokenLines() {}

  static void write(List<String> tokens, OutputStream out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String token : tokens) {
      line.setLength(0);
      escape(token, line);
      out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether a code point is seen as itself and ends no line: in these files and in messages. */
  static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> codePoint != BYTE_ORDER_MARK;
    };
  }

  /** Escapes a code point of the basic plane. */
  static String unicodeEscape(int codePoint) {
    return "\\u" + HexFormat.of().toHexDigits((char) codePoint);
  }

  private static void escape(String token, StringBuilder line) {
    token
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> line.append('\\').append((char) c);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                  if (isPlain(c)) {
                    line.appendCodePoint(c);
                  } else {
                    line.append(unicodeEscape(c));
                  }
                }
              }
            });
  }

  /**
   * Reads what {@link #write} wrote, or another writer that escapes as JSON does. What must be
   * escaped and is not was put there by a program that takes the file for a text: line ends and
   * byte order marks that it added would become parts of tokens.
   *
   * @param most how many lines there may be
   */
  static List<String> read(byte[] text, int most, Place place) {
    if (text.length > 0 && text[text.length - 1] != '\n') {
      throw place.wrong("the last line has no end");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    List<String> tokens = new ArrayList<>();
    int begin = 0;
    for (int end = 0; end < text.length; end++) {
      if (text[end] != '\n') {
        continue;
      }
      if (tokens.size() == most) {
        throw place.wrong("has more than " + most + " lines");
      }
      try {
        if (standsForItself(text, begin, end)) {
          tokens.add(new String(text, begin, end - begin, StandardCharsets.ISO_8859_1));
        } else {
          CharBuffer line = decoder.decode(ByteBuffer.wrap(text, begin, end - begin));
          checkEscaped(line, tokens.size() + 1, place);
          tokens.add(unescape(line));
        }
      } catch (CharacterCodingException | IllegalArgumentException e) {
        throw place.wrong("line " + (tokens.size() + 1) + " is not valid text", e);
      }
      begin = end + 1;
    }
    return tokens;
  }

  /**
   * Whether a line is of printable ASCII without escapes. Most lines are, and a model is read in a
   * process that has just started: decoding each took some 50 ms there.
   */
  private static boolean standsForItself(byte[] text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      byte c = text[i];
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static void checkEscaped(CharBuffer line, int number, Place place) {
    line.codePoints()
        .filter(c -> !isPlain(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw place.wrong(
                  String.format(
                      Locale.ROOT,
                      "line %d has U+%04X as it is, expected %s: the file was changed by a program"
                          + " that takes it for a text",
                      number,
                      c,
                      unicodeEscape(c)));
            });
  }

  private static String unescape(CharBuffer line) {
    StringBuilder token = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        throw new IllegalArgumentException("a quotation mark is not escaped");
      }
      if (c != '\\') {
        token.append(c);
        continue;
      }
      if (++i == line.length()) {
        throw new IllegalArgumentException("an escape has no end");
      }
      switch (line.charAt(i)) {
        case '"', '\\', '/' -> token.append(line.charAt(i));
        case 'n' -> token.append('\n');
        case 'r' -> token.append('\r');
        case 't' -> token.append('\t');
        case 'b' -> token.append('\b');
        case 'f' -> token.append('\f');
        case 'u' -> {
          token.append(hex(line, i + 1));
          i += 4;
        }
        default -> throw new IllegalArgumentException("unknown escape");
      }
    }
    return token.toString();
  }

  private static char hex(CharBuffer line, int from) {
    if (from + 4 > line.length()) {
      throw new IllegalArgumentException("an escape has no end");
    }
    return (char) HexFormat.fromHexDigits(line, from, from + 4);
  }
}
