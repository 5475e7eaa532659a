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
   */
  static Optional<NDArray> mask(Pass pass, double rate, long batch, long features) {
    if (!pass.training() || rate == 0) {
      return Optional.empty();
    }
    NDArray ones = pass.manager().ones(new Shape(batch, features));
    return Optional.of(DropoutLayer.apply(pass, ones, rate));
  }
}
