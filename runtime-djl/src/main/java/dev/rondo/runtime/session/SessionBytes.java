package dev.rondo.runtime.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A session as bytes, big-endian: {@code RNDS}, the format's version (2 bytes), the length of the
 * model's name (4) and the name in UTF-8, the model's fingerprint (32), the number of tokens read
 * (8), the number of values (4), the values (4 each), the CRC-32 of everything before (4).
 *
 * <p>Sessions of tokens have version 1. Those of steps have version 2: behind the values stands
 * what is kept of the inputs, the number of these numbers (4) and the numbers (8 each).
 */
final class SessionBytes {
  private static final int MAGIC = 0x524E4453;

  /** The version of a session that reads tokens. */
  static final short OF_TOKENS = 1;

  /** The version of a session that reads steps of records and numbers. */
  static final short OF_STEPS = 2;

  private static final int FINGERPRINT = 32;
  private static final int HEAD = Integer.BYTES + Short.BYTES;

  /** What stands behind the name, without the values. */
  private static final int TAIL = FINGERPRINT + Long.BYTES + Integer.BYTES + Integer.BYTES;

  private final String model;
  private final byte[] fingerprint;
  private final long steps;
  private final float[] values;
  private final double[] kept;

  private SessionBytes(
      String model, byte[] fingerprint, long steps, float[] values, double[] kept) {
    this.model = model;
    this.fingerprint = fingerprint;
    this.steps = steps;
    this.values = values;
    this.kept = kept;
  }

  /**
   * Writes a session.
   *
   * @param kept of the inputs; null for a session of tokens
   */
  static byte[] write(
      String model, byte[] fingerprint, long steps, float[] values, double @Nullable [] kept) {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(
            HEAD
                + Integer.BYTES
                + name.length
                + TAIL
                + Float.BYTES * values.length
                + (kept == null ? 0 : Integer.BYTES + Double.BYTES * kept.length));
    bytes.putInt(MAGIC).putShort(kept == null ? OF_TOKENS : OF_STEPS);
    bytes.putInt(name.length).put(name).put(fingerprint);
    bytes.putLong(steps).putInt(values.length);
    for (float value : values) {
      bytes.putFloat(value);
    }
    if (kept != null) {
      bytes.putInt(kept.length);
      for (double number : kept) {
        bytes.putDouble(number);
      }
    }
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    return bytes.array();
  }

  /**
   * Reads a session.
   *
   * @param expected the version that is read here
   * @throws IllegalArgumentException if it is none, damaged, or of another format
   */
  static SessionBytes read(byte[] bytes, short expected) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD || buffer.getInt() != MAGIC) {
      throw new IllegalArgumentException(
          "these %s bytes are no session: they do not begin with RNDS".formatted(bytes.length));
    }
    int version = buffer.getShort();
    if (version != expected) {
      throw new IllegalArgumentException(
          version == OF_TOKENS || version == OF_STEPS
              ? "session of a model that reads %s, but this one reads %s"
                  .formatted(read(version), read(expected))
              : "session of format %s, expected %s: another version of Rondo wrote it"
                  .formatted(version, expected));
    }
    int end = bytes.length - Integer.BYTES;
    if (end < HEAD + TAIL || buffer.getInt(end) != checksum(bytes, end)) {
      throw new IllegalArgumentException(
          "session of %s bytes is damaged or cut off: its checksum is wrong"
              .formatted(bytes.length));
    }
    int name = length(buffer, buffer.getInt(), bytes.length - HEAD - Integer.BYTES - TAIL);
    byte[] model = new byte[name];
    byte[] fingerprint = new byte[FINGERPRINT];
    buffer.get(model).get(fingerprint);
    long steps = buffer.getLong();
    int count = length(buffer, buffer.getInt(), (end - buffer.position()) / Float.BYTES);
    float[] values = new float[count];
    buffer.asFloatBuffer().get(values);
    buffer.position(buffer.position() + Float.BYTES * count);
    double[] kept = {};
    if (version == OF_STEPS && end - buffer.position() >= Integer.BYTES) {
      int numbers = buffer.getInt();
      kept = new double[length(buffer, numbers, (end - buffer.position()) / Double.BYTES)];
      buffer.asDoubleBuffer().get(kept);
      buffer.position(buffer.position() + Double.BYTES * kept.length);
    }
    if (steps < 0 || buffer.position() != end) {
      throw new IllegalArgumentException(
          "session of %s bytes contradicts itself: %s steps, %s values"
              .formatted(bytes.length, steps, count));
    }
    return new SessionBytes(
        new String(model, StandardCharsets.UTF_8), fingerprint, steps, values, kept);
  }

  private static String read(int version) {
    return version == OF_TOKENS ? "tokens" : "records or numbers";
  }

  private static int length(ByteBuffer buffer, int length, int most) {
    if (length < 0 || length > most) {
      throw new IllegalArgumentException(
          "session of %s bytes contradicts itself: a part of %s at byte %s"
              .formatted(buffer.capacity(), length, buffer.position()));
    }
    return length;
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }

  /**
   * Checks whose session it is.
   *
   * @throws IllegalArgumentException if it is another model's
   */
  void requireModel(String expected, byte[] expectedFingerprint) {
    if (!model.equals(expected)) {
      throw new IllegalArgumentException(
          "session of the model \"%s\", expected \"%s\"".formatted(model, expected));
    }
    if (!Arrays.equals(fingerprint, expectedFingerprint)) {
      throw new IllegalArgumentException(
          "session of a \"%s\" with other layers or weights: fingerprint %s, expected %s"
              .formatted(model, hex(fingerprint), hex(expectedFingerprint)));
    }
  }

  private static String hex(byte[] fingerprint) {
    return HexFormat.of().formatHex(fingerprint, 0, 8);
  }

  /**
   * Returns the state.
   *
   * @throws IllegalArgumentException if it has another number of values
   */
  float[] values(int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "session with a state of %s values, expected %s".formatted(values.length, expected));
    }
    return values;
  }

  /**
   * Returns what is kept of the inputs.
   *
   * @throws IllegalArgumentException if there are other numbers
   */
  double[] kept(int expected) {
    if (kept.length != expected) {
      throw new IllegalArgumentException(
          "session that keeps %s numbers of its inputs, expected %s"
              .formatted(kept.length, expected));
    }
    return kept;
  }

  long steps() {
    return steps;
  }
}
