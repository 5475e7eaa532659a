package dev.rondo.runtime.train.checkpoint;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An array of a training's state. Its values are asked for when they are written, one array after
 * the other, so that a checkpoint of a large model does not need its size in Java's memory.
 */
public final class StateArray {
  private final long[] shape;
  private final Supplier<FloatBuffer> values;

  /**
   * Creates an array.
   *
   * @param shape its dimensions
   * @param values gives all of them, row by row; the same ones each time
   */
  public StateArray(long[] shape, Supplier<float[]> values) {
    this.shape = shape.clone();
    this.values = () -> FloatBuffer.wrap(values.get());
  }

  /**
   * Creates an array whose values are where somebody else put them.
   *
   * @param values row by row, from the buffer's position to its limit
   */
  StateArray(long[] shape, FloatBuffer values) {
    this.shape = shape.clone();
    this.values = values::slice;
  }

  /** Returns the dimensions. */
  public long[] shape() {
    return shape.clone();
  }

  /** Returns the values, row by row, from the buffer's position to its limit; to be read only. */
  public FloatBuffer buffer() {
    return values.get();
  }

  /** Returns the values, row by row. */
  public float[] values() {
    FloatBuffer buffer = buffer();
    if (buffer.hasArray() && buffer.array().length == buffer.remaining()) {
      return buffer.array();
    }
    float[] copy = new float[buffer.remaining()];
    buffer.get(copy);
    return copy;
  }

  /**
   * Returns the first dimension of all arrays.
   *
   * @throws IllegalArgumentException if they have different ones, or one is no matrix
   */
  public static int rows(Map<String, StateArray> arrays) {
    List<Long> rows =
        arrays.values().stream()
            .map(array -> array.shape().length == 2 ? array.shape()[0] : 0)
            .distinct()
            .toList();
    if (rows.size() != 1 || rows.get(0) < 1) {
      throw new IllegalArgumentException("its streams have " + rows + " rows, expected one number");
    }
    return Math.toIntExact(rows.get(0));
  }
}
