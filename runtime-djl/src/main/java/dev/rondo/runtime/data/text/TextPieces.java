package dev.rondo.runtime.data.text;

import com.ibm.icu.text.Normalizer2;
import dev.rondo.runtime.data.TextFileException;
import dev.rondo.runtime.data.Wording;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in UTF-8, or of a part of it, in pieces that can be normalized and cut into
 * tokens one by one: a piece ends behind a line end if it has one, else before white space, else
 * where at least no character and no combination of characters is divided.
 */
final class TextPieces implements Closeable {
  private static final int MOST_CHARS = 1 << 15;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final Path file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
  private final CharBuffer chars = CharBuffer.allocate(MOST_CHARS);
  private long left;
  private long lines;
  private boolean started;

  private TextPieces(Path file, InputStream in, long left) {
    this.file = file;
    this.in = in;
    this.left = left;
  }

  static TextPieces open(Path file, long from, long to) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(from);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    TextPieces pieces = new TextPieces(file, in, to - from);
    pieces.started = from > 0;
    return pieces;
  }

  /**
   * Returns the next piece, which is not empty; null after the last one.
   *
   * @throws TextFileException if it is no UTF-8
   */
  @Nullable String next() throws IOException {
    boolean more = true;
    while (more && chars.hasRemaining()) {
      more = decode();
    }
    chars.flip();
    if (!started && chars.hasRemaining() && chars.get(0) == BYTE_ORDER_MARK) {
      chars.get();
    }
    started = true;
    if (!chars.hasRemaining()) {
      return null;
    }
    int length = more ? end(chars) : chars.remaining();
    String piece = chars.subSequence(0, length).toString();
    lines += piece.chars().filter(c -> c == '\n').count();
    chars.position(chars.position() + length);
    chars.compact();
    return piece;
  }

  /** Decodes what fits; false at the end of the text. */
  private boolean decode() throws IOException {
    fill();
    boolean last = left == 0;
    CoderResult result = decoder.decode(bytes, chars, last);
    if (result.isError()) {
      long line = lines + 1 + chars.flip().chars().filter(c -> c == '\n').count();
      throw new TextFileException(
          String.format(
              Locale.ROOT,
              "%s: line %d of the text read has a byte (0x%02X) that is no UTF-8. Save the file as"
                  + " UTF-8.",
              Wording.quote(file.toString()),
              line,
              bytes.get(bytes.position()) & 0xFF));
    }
    return !(last && result.isUnderflow());
  }

  private void fill() throws IOException {
    bytes.compact();
    int wanted = (int) Math.min(left, bytes.remaining());
    int read = wanted == 0 ? 0 : in.read(bytes.array(), bytes.position(), wanted);
    if (read < 0) {
      // the file became shorter since its size was asked for
      left = 0;
    } else {
      left -= read;
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private static int end(CharSequence text) {
    for (int i = text.length(); i > 0; i--) {
      if (text.charAt(i - 1) == '\n') {
        return i;
      }
    }
    for (int i = text.length() - 1; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    for (int i = text.length() - 1; i > text.length() / 2; i--) {
      if (!Character.isLowSurrogate(text.charAt(i))
          && NFC.hasBoundaryBefore(Character.codePointAt(text, i))) {
        return i;
      }
    }
    return text.length();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
