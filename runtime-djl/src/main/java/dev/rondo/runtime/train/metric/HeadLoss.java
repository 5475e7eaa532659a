package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.task.LossKind;

/**
 * What an output is trained to make small, as {@link dev.rondo.task.Loss} says it.
 *
 * @param kind the loss
 * @param weight what it counts in the sum of all outputs, above 0
 * @param balanced whether rare classes count for more
 * @param quantile which quantile {@link LossKind#QUANTILE} learns, in (0, 1)
 */
public record HeadLoss(LossKind kind, double weight, boolean balanced, double quantile) {
  private static final HeadLoss DEFAULT = of(LossKind.DEFAULT);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the weight or the quantile is out of range
   */
  public HeadLoss {
    Arguments.notNull(kind, "kind");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight of a loss is " + weight + ", must be above 0 and finite");
    }
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile is " + quantile + ", must be in (0, 1)");
    }
  }

  /** Returns the loss that the type of an output says. */
  public static HeadLoss byDefault() {
    return DEFAULT;
  }

  /** Returns a loss with weight 1, not balanced, of the median where it is one of a quantile. */
  public static HeadLoss of(LossKind kind) {
    return new HeadLoss(kind, 1, false, 0.5);
  }

  /**
   * Returns the same that counts as much in the sum of all outputs.
   *
   * @throws IllegalArgumentException if the weight is not above 0 and finite
   */
  public HeadLoss withWeight(double weight) {
    return new HeadLoss(kind, weight, balanced, quantile);
  }

  /** Returns the same in which rare classes count for more. */
  public HeadLoss withBalancedClasses() {
    return new HeadLoss(kind, weight, true, quantile);
  }

  /**
   * Returns the same that learns another quantile.
   *
   * @throws IllegalArgumentException if it is not in (0, 1)
   */
  public HeadLoss withQuantile(double quantile) {
    return new HeadLoss(kind, weight, balanced, quantile);
  }

  /**
   * Checks that this is a loss of classes or labels.
   *
   * @throws IllegalArgumentException if it is one of numbers
   */
  HeadLoss ofClasses() {
    if (kind != LossKind.DEFAULT && kind != LossKind.FOCAL) {
      throw new IllegalArgumentException("classes have no loss " + kind + ": it is for numbers");
    }
    return this;
  }

  /**
   * Checks that this is a loss of numbers.
   *
   * @throws IllegalArgumentException if it is one of classes
   */
  HeadLoss ofNumbers() {
    if (kind == LossKind.FOCAL) {
      throw new IllegalArgumentException("numbers have no loss FOCAL: it is for classes");
    }
    return this;
  }

  /** Returns the loss of a class or label whose cross entropy, -ln p, is given. */
  double ofCrossEntropy(double entropy) {
    double unlikely = Math.expm1(-entropy); // p - 1
    return kind == LossKind.FOCAL ? unlikely * unlikely * entropy : entropy;
  }

  /** Returns the loss of an error, score less target. */
  double ofError(double error) {
    double size = Math.abs(error);
    return switch (kind) {
      case DEFAULT, MSE -> error * error;
      case MAE -> size;
      case HUBER -> size <= 1 ? error * error / 2 : size - 0.5;
      case QUANTILE -> error < 0 ? quantile * size : (1 - quantile) * size;
      case FOCAL -> throw new IllegalStateException("FOCAL was refused");
    };
  }
}
