package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;

/**
 * Losses of typed answers, some of which are absent: a target that is NaN does not count, neither
 * in the loss nor in its gradient. Each is the mean over what counts, a scalar in the scores'
 * manager; 0, with a gradient of 0, where nothing does. The gradient is recorded if gradients are
 * recorded on this thread.
 */
public final class MaskedLosses {
  private MaskedLosses() {}

  /** What the error e of a number costs. */
  public enum Cost {
    /** {@code e²}. */
    SQUARED(0),
    /** {@code |e|}. */
    ABSOLUTE(1),
    /** {@code e² / 2} where {@code |e| ≤ 1}, else {@code |e| - 1/2}. */
    HUBER(2),
    /** {@code max(-q e, (1 - q) e)}. */
    QUANTILE(3);

    private final int number;

    Cost(int number) {
      this.number = number;
    }
  }

  /**
   * Returns the softmax cross entropy.
   *
   * @param scores before the softmax, (rows, classes)
   * @param targets numbers of the right classes, of the scores' type, (rows, 1)
   * @param smoothing label smoothing, in [0, 1)
   * @param focal whether a row counts {@code (1 - p)²} times, p the probability of its class
   * @param weights how much a row of each class counts, (classes); empty: all the same
   * @throws IllegalArgumentException if the shapes do not belong together or smoothing is out of
   *     range
   * @throws ai.djl.engine.EngineException if a target is no class
   */
  public static NDArray classes(
      NDArray scores, NDArray targets, double smoothing, boolean focal, float[] weights) {
    Shapes.dimensions("scores", scores, 2);
    Shapes.require("targets", targets, scores.getShape().get(0), 1);
    int classes = (int) scores.getShape().get(1);
    if (weights.length != 0 && weights.length != classes) {
      throw new IllegalArgumentException(
          "there are " + weights.length + " weights of " + classes + " classes");
    }
    double[] options = options(smoothing, focal, classes);
    for (int i = 0; i < weights.length; i++) {
      options[2 + i] = weights[i];
    }
    return call("class_loss", scores, targets, options);
  }

  /**
   * Returns the binary cross entropy of labels, or of yes and no.
   *
   * @param scores before the sigmoid, (rows, labels)
   * @param targets 1 or 0, of the scores' type, (rows, labels)
   * @param smoothing label smoothing, in [0, 1)
   * @param focal whether an answer counts {@code (1 - p)²} times, p the probability of its target
   * @param weights how much an answer of each label counts, (labels); or an answer of no and one of
   *     yes, label by label, (2 × labels); empty: all the same
   * @throws IllegalArgumentException if the shapes do not belong together or smoothing is out of
   *     range
   */
  public static NDArray labels(
      NDArray scores, NDArray targets, double smoothing, boolean focal, float[] weights) {
    requireAlike(scores, targets);
    int labels = (int) scores.getShape().get(1);
    if (weights.length != 0 && weights.length != labels && weights.length != 2 * labels) {
      throw new IllegalArgumentException(
          "there are %s weights of %s labels, expected one or two for each"
              .formatted(weights.length, labels));
    }
    double[] options = options(smoothing, focal, 2 * labels);
    for (int i = 0; weights.length != 0 && i < 2 * labels; i++) {
      options[2 + i] = weights.length == labels ? weights[i / 2] : weights[i];
    }
    return call("label_loss", scores, targets, options);
  }

  /**
   * Returns what numbers cost.
   *
   * @param scores the answers, (rows, numbers)
   * @param targets what they should be, of the scores' type, (rows, numbers)
   * @param quantile q of {@link Cost#QUANTILE}, in (0, 1)
   * @throws IllegalArgumentException if the shapes do not belong together or q is out of range
   */
  public static NDArray numbers(NDArray scores, NDArray targets, Cost cost, double quantile) {
    requireAlike(scores, targets);
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile is " + quantile + ", must be in (0, 1)");
    }
    return call("number_loss", scores, targets, new double[] {cost.number, quantile});
  }

  /**
   * Returns the pinball loss of quantiles that cannot cross: of the scores of an answer the median
   * is what it is, each other one says by its softplus how far it is from its neighbour towards it.
   *
   * @param scores (rows, answers × levels), answer by answer
   * @param targets of the scores' type, (rows, answers)
   * @param levels ascending, in (0, 1), 0.5 among them
   * @throws IllegalArgumentException if the shapes do not belong together or there is no median
   */
  public static NDArray quantiles(NDArray scores, NDArray targets, double[] levels) {
    Shapes.dimensions("targets", targets, 2);
    Shapes.require(
        "scores",
        scores,
        targets.getShape().get(0),
        Math.multiplyExact(targets.getShape().get(1), (long) levels.length));
    int middle = Arrays.binarySearch(levels, 0.5);
    if (middle < 0) {
      throw new IllegalArgumentException("levels are " + Arrays.toString(levels) + ", without 0.5");
    }
    double[] options = new double[2 + levels.length];
    options[0] = levels.length;
    options[1] = middle;
    System.arraycopy(levels, 0, options, 2, levels.length);
    return call("quantiles_loss", scores, targets, options);
  }

  /**
   * Returns a loss times its weight; what DJL's {@code mul} of a number records is freed before the
   * backward pass.
   *
   * @param loss a scalar
   */
  public static NDArray weighted(NDArray loss, double weight) {
    Shapes.require("loss", loss);
    return Kernels.of(loss.getManager())
        .call("weighted_loss", List.of(loss), new double[] {weight}, null)
        .singletonOrThrow();
  }

  private static void requireAlike(NDArray scores, NDArray targets) {
    Shapes.dimensions("scores", scores, 2);
    Shapes.require("targets", targets, scores.getShape().getShape());
  }

  private static double[] options(double smoothing, boolean focal, int weights) {
    CrossEntropy.checkSmoothing(smoothing);
    double[] options = new double[2 + weights];
    Arrays.fill(options, 1);
    options[0] = smoothing;
    options[1] = focal ? 1 : 0;
    return options;
  }

  private static NDArray call(String method, NDArray scores, NDArray targets, double[] options) {
    return Kernels.of(scores.getManager())
        .call(method, List.of(scores, targets), options, null)
        .singletonOrThrow();
  }
}
