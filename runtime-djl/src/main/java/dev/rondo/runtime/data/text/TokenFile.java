package dev.rondo.runtime.data.text;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Numbers in a temporary file, which is written once and then read anywhere. For use by one thread.
 *
 * <p>No channel: that would be closed under a thread that is interrupted, and an interrupt ends a
 * training without breaking it.
 */
final class TokenFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final RandomAccessFile file;
  private final ByteBuffer unwritten = ByteBuffer.allocate(BUFFER);

  private TokenFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Creates an empty file that only its owner may read. */
  static TokenFile create() {
    try {
      Path path = Files.createTempFile("rondo-text", ".tokens");
      TokenFile created = new TokenFile(path, new RandomAccessFile(path.toFile(), "rw"));
      created.deleteIfPossible();
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** POSIX keeps a file without a name as long as it is open; Windows keeps the name. */
  private void deleteIfPossible() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit(); // should it never be closed
    }
  }

  void append(int token) {
    if (!unwritten.hasRemaining()) {
      flush();
    }
    unwritten.putInt(token);
  }

  /** Writes what was appended: only that is read. */
  void flush() {
    try {
      file.write(unwritten.array(), 0, unwritten.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unwritten.clear();
  }

  /** Returns tokens from a place on, which must be there. */
  int[] read(long from, int count) {
    byte[] bytes = new byte[Math.multiplyExact(count, Integer.BYTES)];
    try {
      file.seek(from * Integer.BYTES);
      file.readFully(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int[] tokens = new int[count];
    ByteBuffer.wrap(bytes).asIntBuffer().get(tokens);
    return tokens;
  }

  /** Deletes the file; a second call does nothing. */
  @Override
  public void close() {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
