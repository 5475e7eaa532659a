package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;

/** A batch of sequences of vectors, padded at their ends to the longest. */
public final class Sequences {
  private final NDArray values;
  private final Lengths lengths;

  Sequences(NDArray values, Lengths lengths) {
    this.values = values;
    this.lengths = lengths;
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
