package dev.rondo.runtime.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an entry of a zip once from beginning to end, never further than its declared size, and
 * compares size and digests at the end. What it gave out is to be believed only after {@link
 * #finish}.
 */
final class EntryReader implements Closeable {
  private final InputStream in;
  private final long crc;
  private final Place place;
  private final Measure measure = new Measure();
  private long remaining;

  EntryReader(InputStream in, long size, long crc, Place place) {
    this.in = in;
    this.crc = crc;
    this.place = place;
    remaining = size;
  }

  Place place() {
    return place;
  }

  /** Returns how many bytes the entry still claims to have. */
  long remaining() {
    return remaining;
  }

  /** Returns the next bytes. Memory grows with what is really there, not with the length. */
  byte[] read(int length) {
    claim(length);
    try {
      byte[] bytes = in.readNBytes(length);
      took(bytes, bytes.length, length);
      return bytes;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Reads the next bytes to the beginning of a buffer. */
  void read(byte[] buffer, int length) {
    claim(length);
    try {
      took(buffer, in.readNBytes(buffer, 0, length), length);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  void skipRest() {
    byte[] buffer = new byte[ModelFormat.BUFFER_BYTES];
    while (remaining > 0) {
      read(buffer, (int) Math.min(buffer.length, remaining));
    }
  }

  private void claim(int length) {
    if (length > remaining) {
      throw place.wrong("ends too early");
    }
    remaining -= length;
  }

  private void took(byte[] bytes, int read, int length) {
    if (read < length) {
      throw place.wrong("is cut off");
    }
    measure.write(bytes, 0, length);
  }

  /** Checks that nothing is left and that all was as the zip itself says. */
  String finish() {
    try {
      if (remaining != 0 || in.read() != -1) {
        throw place.wrong("is longer than it should be");
      }
    } catch (IOException e) {
      throw damaged(e);
    }
    if (measure.crc() != crc) {
      throw place.wrong("is damaged: its CRC-32 is not that of the zip");
    }
    return measure.sha256();
  }

  /** Checks, too, that all was as {@code model.json} says. */
  void finish(String sha256) {
    if (!finish().equals(sha256)) {
      throw place.wrong("is damaged: its SHA-256 is not the one that the file lists");
    }
  }

  private ModelFileException damaged(IOException e) {
    String what = e instanceof EOFException ? "unexpected end" : e.getMessage();
    return place.wrong("is damaged: " + what, e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw damaged(e);
    }
  }
}
