package dev.rondo.runtime.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What all sessions that are kept as bytes have around their content, big-endian: four letters that
 * say what they are and the version of their format (2 bytes) before it, the CRC-32 of everything
 * before (4) behind it.
 */
public final class SessionFrame {
  private static final int LETTERS = 4;
  private static final int HEAD = LETTERS + Short.BYTES;

  private final byte[] letters;
  private final String what;

  private SessionFrame(String letters, String what) {
    this.letters = letters.getBytes(StandardCharsets.US_ASCII);
    this.what = what;
  }

  /**
   * Returns the frame of a kind of sessions.
   *
   * @param letters four of ASCII
   * @param what what it is called in errors, such as {@code session}
   */
  public static SessionFrame of(String letters, String what) {
    return new SessionFrame(letters, what);
  }

  /** Returns a session with this content. */
  public byte[] around(short version, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + content.length + Integer.BYTES);
    bytes.put(letters).putShort(version).put(content);
    return bytes.putInt(checksum(bytes.array(), bytes.position())).array();
  }

  /**
   * Returns the version of a session.
   *
   * @throws IllegalArgumentException if the bytes are none of this kind
   */
  public short version(byte[] bytes) {
    boolean known = bytes.length >= HEAD;
    for (int i = 0; known && i < LETTERS; i++) {
      known = bytes[i] == letters[i];
    }
    if (!known) {
      throw new IllegalArgumentException(
          "these %s bytes are no %s: they do not begin with %s"
              .formatted(bytes.length, what, new String(letters, StandardCharsets.US_ASCII)));
    }
    return ByteBuffer.wrap(bytes).getShort(LETTERS);
  }

  /**
   * Returns the content: from the position of the buffer up to its limit.
   *
   * @throws IllegalArgumentException if the bytes are damaged
   */
  public ByteBuffer content(byte[] bytes) {
    int end = bytes.length - Integer.BYTES;
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (end < HEAD || all.getInt(end) != checksum(bytes, end)) {
      throw new IllegalArgumentException(
          "session of %s bytes is damaged or cut off: its checksum is wrong"
              .formatted(bytes.length));
    }
    return all.position(HEAD).limit(end);
  }

  /** Returns the error of another version than is read here. */
  public static IllegalArgumentException otherVersion(int found, int expected) {
    return new IllegalArgumentException(
        "session of format %s, expected %s: another version of Rondo wrote it"
            .formatted(found, expected));
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }
}
