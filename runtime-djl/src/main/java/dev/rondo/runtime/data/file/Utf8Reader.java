package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.ExampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The characters of a file in UTF-8, decoded block by block; a byte order mark is skipped. Bytes
 * that are no UTF-8 are an error that names the line: the file is then read once more, line by
 * line.
 */
final class Utf8Reader extends Reader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
  private boolean started;
  private boolean ended;

  private Utf8Reader(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static Utf8Reader open(Path file) throws IOException {
    return new Utf8Reader(file, ExampleFiles.open(file));
  }

  /**
   * Reads characters.
   *
   * @param length at least 2
   * @throws ExampleFileException if the bytes are no UTF-8
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (out.position() == offset) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        throw wrongEncoding();
      }
      if (out.position() > offset) {
        break;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = out.position() - offset;
    if (started || target[offset] != BYTE_ORDER_MARK) {
      started = true;
      return count;
    }
    started = true;
    System.arraycopy(target, offset + 1, target, offset, count - 1);
    return count == 1 ? read(target, offset, length) : count - 1;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private ExampleFileException wrongEncoding() throws IOException {
    try {
      ExampleFiles.checkWholeEncoding(file);
    } catch (ExampleFileException e) {
      return e;
    }
    return new ExampleFileException("\"" + file + "\" is no UTF-8. Save the file as UTF-8.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
