package dev.rondo.runtime.session;

import dev.rondo.runtime.data.SessionFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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
  private static final SessionFrame FRAME = SessionFrame.of("RNDS", "session");

  /** The version of a session that reads tokens. */
  static final short OF_TOKENS = 1;

  /** The version of a session that reads steps of records and numbers. */
  static final short OF_STEPS = 2;

  private static final int FINGERPRINT = 32;

  /** What stands around the name, without the values. */
  private static final int FIXED = Integer.BYTES + FINGERPRINT + Long.BYTES + Integer.BYTES;

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
            FIXED
                + name.length
                + Float.BYTES * values.length
                + (kept == null ? 0 : Integer.BYTES + Double.BYTES * kept.length));
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
    return FRAME.around(kept == null ? OF_TOKENS : OF_STEPS, bytes.array());
  }

  /**
   * Reads a session.
   *
   * @param expected the version that is read here
   * @throws IllegalArgumentException if it is none, damaged, or of another format
   */
  static SessionBytes read(byte[] bytes, short expected) {
    short version = FRAME.version(bytes);
    if (version != expected) {
      throw version == OF_TOKENS || version == OF_STEPS
          ? new IllegalArgumentException(
              "session of a model that reads %s, but this one reads %s"
                  .formatted(read(version), read(expected)))
          : SessionFrame.otherVersion(version, expected);
    }
    ByteBuffer buffer = FRAME.content(bytes);
    int end = buffer.limit();
    if (buffer.remaining() < FIXED) {
      throw new IllegalArgumentException(
          "session of %s bytes contradicts itself: it is too short".formatted(bytes.length));
    }
    int most = buffer.remaining() - FIXED;
    int name = length(buffer, buffer.getInt(), most);
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
