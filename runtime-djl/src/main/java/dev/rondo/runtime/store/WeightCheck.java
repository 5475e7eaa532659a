package dev.rondo.runtime.store;

import dev.rondo.runtime.layer.Weights;

/**
 * Refuses weights that no training that worked has left: their network would answer all the same,
 * with nonsense that looks certain.
 */
final class WeightCheck {
  private WeightCheck() {}

  /**
   * Checks all weights.
   *
   * @throws ModelFileException naming the first that is no number, infinite or beyond {@link
   *     ModelFormat#LARGEST_WEIGHT}
   */
  static void check(Weights weights, Place place) {
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              for (float value : tensor.values()) {
                if (!(Math.abs(value) <= ModelFormat.LARGEST_WEIGHT)) { // NaN is not, either
                  throw wrong(name, value, place);
                }
              }
            });
  }

  private static ModelFileException wrong(String name, float value, Place place) {
    return place.wrong(
        "weight \"%s\" has the value %s, expected a number within ±%s: the training diverged, or the file was changed. Train again with a lower learningRate."
            .formatted(name, value, ModelFormat.LARGEST_WEIGHT));
  }
}
