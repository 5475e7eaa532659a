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
   * Binary cross entropy: {@code y · log(1 + exp(-x)) + (1 - y) · log(1 + exp(x))}, which neither
   * overflows nor cancels for large scores of either sign. Label smoothing moves y to {@code (1 -
   * s) · y + s / 2}: yes and no are the two classes.
   *
   * @param scores x, before the sigmoid, (batch, outputs)
   * @param expected y, 1 for yes and 0 for no, (batch, outputs)
   * @param smoothing s, in [0, 1)
   */
  public static NDArray binaryCrossEntropy(NDArray scores, NDArray expected, double smoothing) {
    NDArray target = expected;
    if (smoothing > 0) {
      target = expected.mul((float) (1 - smoothing)).add((float) (smoothing / 2));
    }
    NDArray ifYes = scores.neg().getNDArrayInternal().softPlus();
    NDArray ifNo = scores.getNDArrayInternal().softPlus();
    return ifYes.mul(target).add(ifNo.mul(target.sub(1).neg())).mean();
  }
}
