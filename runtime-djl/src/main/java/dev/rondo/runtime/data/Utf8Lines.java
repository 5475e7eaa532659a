package dev.rondo.runtime.data;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in UTF-8, with their numbers. Bytes that are no UTF-8 are an error that names
 * the line, which the JDK's readers cannot tell: they decode whole blocks.
 */
final class Utf8Lines implements Closeable {
  private static final int MOST_CHECKED = 1_000_000;

  private final Path file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long number;
  private boolean failed;

  private Utf8Lines(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static Utf8Lines open(Path file) throws IOException {
    return new Utf8Lines(file, FileKind.open(file));
  }

  /** Returns the number of the line that {@link #next} gave last, from 1. */
  long number() {
    return number;
  }

  /**
   * Returns the next line without its end; null after the last one.
   *
   * @throws ExampleFileException if it is no UTF-8
   */
  @Nullable String next() throws IOException {
    if (position == limit && !fill()) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    do {
      int start = position;
      while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
        position++;
      }
      line.write(buffer, start, position - start);
      if (position < limit) {
        skipEnd();
        break;
      }
    } while (fill());
    String text = decode(line.toByteArray());
    return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Reads on, to find out whether more of the file is UTF-8; does nothing after bytes that are not.
   *
   * @throws ExampleFileException if it is no UTF-8
   */
  void checkRest() throws IOException {
    for (int i = 0; i < MOST_CHECKED && !failed; i++) {
      if (next() == null) {
        return;
      }
    }
  }

  private void skipEnd() throws IOException {
    byte end = buffer[position++];
    if (end == '\r' && (position < limit || fill()) && buffer[position] == '\n') {
      position++;
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private String decode(byte[] bytes) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    decoder.reset();
    CoderResult result = decoder.decode(source, text, true);
    if (result.isError()) {
      failed = true;
      throw new ExampleFileException(
          String.format(
              Locale.ROOT,
              "\"%s\", line %d: byte %d of the line (0x%02X) is no UTF-8. Save the file as UTF-8.",
              file,
              number,
              source.position() + 1,
              bytes[source.position()]));
    }
    return text.flip().toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
