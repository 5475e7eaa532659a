package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Dropout of what a recurrent layer feeds back, by one mask for all steps (Gal and Ghahramani 2016,
 * "A theoretically grounded application of dropout in recurrent neural networks").
 */
final class RecurrentDropout {
  private RecurrentDropout() {}

  /**
   * Returns a mask, 0 or 1 / (1 - rate), for each sequence: (batch, features); none in prediction
   * or without a rate.
   *
   * @param place the layer, and which of its cells
   * @param values what the layer reads, (batch, …)
   */
  static Optional<NDArray> mask(
      Pass pass, String place, double rate, NDArray values, long features) {
    Shape shape = new Shape(values.getShape().get(0), features);
    return pass.mask(place + ".recurrent", rate, values, shape);
  }
}
