package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Softmax cross entropy. */
public final class CrossEntropy {
  /** A target that no class has: nothing is ignored. */
  public static final long NOTHING = -100;

  /** Scores that {@link #ofDense} makes at a time: 64 MiB. */
  private static final int SCORES = 1 << 24;

  /** Rows that it makes scores of at a time: products gain nothing from more. */
  private static final int MOST_ROWS = 1024;

  /** Rows whose beginnings lie a multiple of 64 bytes apart make products faster. */
  private static final int ALIGNED = 16;

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
   * Where {@link #ofDense} writes to. None of these requires a gradient but the factor.
   *
   * @param weight becomes the gradient of U, (classes, features)
   * @param bias becomes the gradient of b, (classes)
   * @param scores memory of the shape that {@link #scores} says; what it holds means nothing
   * @param factor a scalar 1, whose gradient says what the gradients of U and b must be multiplied
   *     by after the backward pass: that of the loss itself, 1 if it is what goes backward
   */
  public record DenseGradients(NDArray weight, NDArray bias, NDArray scores, NDArray factor) {}

  /**
   * Returns the shape of the memory for scores, (rows at a time, classes or a few more).
   *
   * @param rows in all
   */
  public static Shape scores(long rows, long classes) {
    long wide = (classes + ALIGNED - 1) / ALIGNED * ALIGNED;
    long most = Math.max(1, Math.min(MOST_ROWS, SCORES / wide));
    return new Shape(Math.min(rows, most), wide);
  }

  /**
   * Returns what {@link #mean} returns for the scores {@code x U' + b} of a dense layer, with all
   * gradients. The scores are never all kept: they are made for some rows at a time, and turned
   * into their gradient at once. The gradient of x is recorded, those of U and b are written.
   *
   * @param values x, (rows, features), rows at least 1
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
      NDArray values,
      NDArray weight,
      NDArray bias,
      NDArray targets,
      double smoothing,
      DenseGradients gradients) {
    Shapes.dimensions("values", values, 2);
    Shapes.dimensions("weight", weight, 2);
    long classes = weight.getShape().get(0);
    long rows = values.getShape().get(0);
    Shapes.require("weight", weight, classes, values.getShape().get(1));
    Shapes.require("bias", bias, classes);
    Shapes.require("targets", targets, rows);
    Shapes.require("gradient of the weight", gradients.weight(), weight.getShape().getShape());
    Shapes.require("gradient of the bias", gradients.bias(), classes);
    Shapes.dimensions("memory for scores", gradients.scores(), 2);
    Shapes.require(
        "memory for scores",
        gradients.scores(),
        gradients.scores().getShape().get(0),
        scores(rows, classes).get(1));
    Shapes.require("factor", gradients.factor());
    checkSmoothing(smoothing);
    List<NDArray> arrays =
        List.of(
            weight,
            bias,
            gradients.weight(),
            gradients.bias(),
            gradients.scores(),
            gradients.factor());
    return Kernels.of(values.getManager())
        .call("output_loss", List.of(values, targets), new double[] {smoothing}, arrays)
        .singletonOrThrow();
  }

  static void checkSmoothing(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing is " + smoothing + ", must be in [0, 1)");
    }
  }
}
