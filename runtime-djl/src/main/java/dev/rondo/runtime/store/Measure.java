package dev.rondo.runtime.store;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Counts and digests the bytes of an entry, once: {@link #sha256} ends it. */
final class Measure extends OutputStream {
  private final CRC32 crc = new CRC32();
  private final MessageDigest digest = newSha256();
  private long size;

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    crc.update(bytes, offset, length);
    digest.update(bytes, offset, length);
    size += length;
  }

  long size() {
    return size;
  }

  long crc() {
    return crc.getValue();
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
