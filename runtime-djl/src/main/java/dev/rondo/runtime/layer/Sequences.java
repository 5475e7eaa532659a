package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** A batch of sequences of vectors, padded at their ends to the longest. */
public final class Sequences {
  private final NDArray values;
  private final Lengths lengths;

  Sequences(NDArray values, Lengths lengths) {
    this.values = values;
    this.lengths = lengths;
  }

  /**
   * Wraps an array of DJL in which nothing is padded: all sequences are equally long.
   *
   * @param values (batch, time, features)
   * @throws IllegalArgumentException if it has other dimensions, or no steps
   */
  public static Sequences of(NDArray values) {
    Shape shape = values.getShape();
    if (shape.dimension() != 3) {
      throw new IllegalArgumentException(
          "sequences have shape " + shape + ", expected (batch, time, features)");
    }
    int[] lengths = new int[Math.toIntExact(shape.get(0))];
    Arrays.fill(lengths, Math.toIntExact(shape.get(1)));
    return new Sequences(
        values, new Lengths(values.getManager(), lengths, Math.toIntExact(shape.get(1))));
  }

  /** Returns the vectors: (batch, time, features). What stands in the padding means nothing. */
  public NDArray values() {
    return values;
  }

  /**
   * Returns the vectors of the real steps, sequence by sequence: (real steps, features). What is
   * computed from them costs nothing for padding.
   */
  public NDArray real() {
    return lengths.real(values);
  }

  /** Returns the same lengths with other vectors. */
  Sequences with(NDArray newValues) {
    return new Sequences(newValues, lengths);
  }

  Lengths lengths() {
    return lengths;
  }
}
