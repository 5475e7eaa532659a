package dev.rondo.runtime.store;

import dev.rondo.runtime.serve.Precision;

/**
 * The numbers that a file keeps a weight in. Whatever they are, a weight is float32 once it is
 * read.
 *
 * <p>Only large matrices are kept in fewer bits, row by row: what they are for, a unit of a layer
 * or a token of a vocabulary, has a row of its own.
 */
enum StoredNumbers {
  /** Four bytes, as they are. */
  FLOAT32("F32", 4),

  /** The upper two of the four bytes, rounded to the nearest, half to even. */
  BFLOAT16("BF16", 2),

  /** One byte, -127 to 127, and for each row a float32 that it is multiplied by. */
  INT8("I8", 1);

  /** Numbers of a weight that is large: 64 KiB of float32. */
  static final int LARGE = 16_384;

  /** The shortest row for which a scale of its own is not too much. */
  private static final int SHORTEST_ROW = 4;

  /** What the name of a weight's scales ends in. */
  static final String SCALE = ".scale";

  private static final int LEVELS = 127;

  private final String type;
  private final int bytes;

  StoredNumbers(String type, int bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  static StoredNumbers of(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT32;
      case BFLOAT16 -> BFLOAT16;
      case INT8 -> INT8;
    };
  }

  /** Returns the name of the type in safetensors. */
  String type() {
    return type;
  }

  int bytes() {
    return bytes;
  }

  /** Returns what a weight is kept in where a file is to have these numbers. */
  StoredNumbers ofWeight(long[] shape) {
    long size = 1;
    for (long dimension : shape) {
      size *= dimension;
    }
    return isMatrix(shape) && size >= LARGE && size / shape[0] >= SHORTEST_ROW ? this : FLOAT32;
  }

  /** Returns whether a weight has rows that could have scales. */
  static boolean isMatrix(long[] shape) {
    return shape.length >= 2;
  }

  /** Returns the two bytes that a number becomes. */
  static short bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
  }

  /** Returns the number that two bytes are. */
  static float ofBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /**
   * Returns a row's scale. Its last seven bits are zero, so that its products with up to 127 are
   * exact: what was read and is written again is the same.
   */
  static float scale(float[] values, int from, int to) {
    float most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(values[i]));
    }
    int bits = Float.floatToRawIntBits(most / LEVELS);
    float scale = Float.intBitsToFloat((bits + 0x7f) & ~0x7f);
    // what a reader refuses is rounded down: the largest weight becomes a little smaller
    return LEVELS * scale > ModelFormat.LARGEST_WEIGHT ? Float.intBitsToFloat(bits & ~0x7f) : scale;
  }

  /** Returns the byte that a number becomes. */
  static byte int8(float value, float scale) {
    return scale == 0 ? 0 : (byte) Math.max(-LEVELS, Math.min(LEVELS, Math.rint(value / scale)));
  }
}
