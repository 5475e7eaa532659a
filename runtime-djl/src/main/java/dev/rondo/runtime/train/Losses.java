package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.kernel.CrossEntropy;

/** Losses: scalars, the mean over a batch. */
public final class Losses {
  private Losses() {}

  /**
   * Softmax cross entropy; with label smoothing as of Szegedy et al. (2016) and PyTorch: {@code (1
   * - s) · -log p(expected) + s · mean over all classes of -log p}.
   *
   * @param scores before the softmax, (batch, classes)
   * @param expected numbers of the right classes, int64 (batch)
   * @param smoothing s, in [0, 1)
   */
  public static NDArray crossEntropy(NDArray scores, NDArray expected, double smoothing) {
    return CrossEntropy.mean(scores, expected, CrossEntropy.NOTHING, smoothing);
  }

  /**
   * Binary cross entropy: {@code log(1 + exp(x)) - x · y}.
   *
   * @param scores x, before the sigmoid, (batch, outputs)
   * @param expected y, 1 for yes and 0 for no, (batch, outputs)
   */
  public static NDArray binaryCrossEntropy(NDArray scores, NDArray expected) {
    return scores.getNDArrayInternal().softPlus().sub(scores.mul(expected)).mean();
  }
}
