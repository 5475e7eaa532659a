package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Softmax cross entropy. */
public final class CrossEntropy {
  /** A target that no class has: nothing is ignored. */
  public static final long NOTHING = -100;

  /**
   * Rows whose scores are made at a time by {@link #ofDense}: many enough for the products to run
   * at full speed, and few enough for the scores of 30,000 classes to stay below the 32 MiB from
   * which on the C library gets memory from the system for each array anew.
   */
  private static final int PART = 256;

  private CrossEntropy() {}

  /**
   * Returns the mean over all places whose target is not ignored. A place with scores x and target
   * y has {@code (1 - s) · -log softmax(x)[y] + s · mean over the classes of -log softmax(x)}
   * (label smoothing as in Szegedy et al. 2016, "Rethinking the inception architecture", and
   * PyTorch). The gradient is recorded if gradients are recorded on this thread.
   *
   * @param scores before the softmax, (…, classes), such as (batch, classes) or (batch, time,
   *     classes)
   * @param targets numbers of the right classes, int64 (…)
   * @param ignored the target of places that do not count, such as padding; {@link #NOTHING} for
   *     none. If no place counts, the result is not a number.
   * @param smoothing s, in [0, 1)
   * @return a scalar in the scores' manager
   * @throws IllegalArgumentException if the shapes do not belong together or s is out of range
   * @throws ai.djl.engine.EngineException if a target is no class
   */
  public static NDArray mean(NDArray scores, NDArray targets, long ignored, double smoothing) {
    if (scores.getShape().dimension() < 2) {
      throw new IllegalArgumentException(
          "scores have shape " + scores.getShape() + ", expected (…, classes)");
    }
    long[] places = scores.getShape().slice(0, scores.getShape().dimension() - 1).getShape();
    Shapes.require("targets", targets, places);
    checkSmoothing(smoothing);
    return Kernels.of(scores.getManager())
        .call("cross_entropy", List.of(scores, targets), new double[] {ignored, smoothing}, null)
        .singletonOrThrow();
  }

  /**
   * Returns what {@link #mean} returns for the scores {@code x U' + b} of a dense layer, without
   * ever keeping all of them: they are made for some rows at a time, and turned into their gradient
   * at once. The gradient is recorded if gradients are recorded on this thread.
   *
   * @param values x, (rows, features)
   * @param weight U, (classes, features)
   * @param bias b, (classes)
   * @param targets numbers of the right classes, int64 (rows)
   * @param smoothing in [0, 1)
   * @return a scalar in the values' manager
   * @throws IllegalArgumentException if the shapes do not belong together or smoothing is out of
   *     range
   * @throws ai.djl.engine.EngineException if a target is no class
   */
  public static NDArray ofDense(
      NDArray values, NDArray weight, NDArray bias, NDArray targets, double smoothing) {
    Shapes.dimensions("values", values, 2);
    Shapes.dimensions("weight", weight, 2);
    Shapes.require("weight", weight, weight.getShape().get(0), values.getShape().get(1));
    Shapes.require("bias", bias, weight.getShape().get(0));
    Shapes.require("targets", targets, values.getShape().get(0));
    checkSmoothing(smoothing);
    double[] options = {smoothing, PART};
    return Kernels.of(values.getManager())
        .call("output_loss", List.of(values, targets), options, List.of(weight, bias))
        .singletonOrThrow();
  }

  private static void checkSmoothing(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing is " + smoothing + ", must be in [0, 1)");
    }
  }
}
