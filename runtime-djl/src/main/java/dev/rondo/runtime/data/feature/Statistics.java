package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of the numbers of one column, one after the other, in double and in memory that
 * does not grow: count, mean and variance (Welford 1962, "Note on a method for calculating
 * corrected sums of squares and products"), least and greatest, and, where a scale needs them, the
 * quartiles.
 */
final class Statistics {
  private final Scaling scaling;
  private final @Nullable Quartiles quartiles;
  private long count;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /** Starts to learn what that scale needs. */
  Statistics(Scaling scaling) {
    this.scaling = scaling;
    this.quartiles = scaling == Scaling.ROBUST ? new Quartiles() : null;
  }

  /**
   * Learns from a number of the training data.
   *
   * @throws WrongValue if it is not finite
   */
  void add(double number) {
    if (!(Math.abs(number) <= Double.MAX_VALUE)) {
      throw Scaler.notFinite(number);
    }
    double value = scaling == Scaling.LOG ? Scaler.logarithm(number) : number;
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    if (quartiles != null) {
      quartiles.add(value);
    }
  }

  /**
   * Returns the scale.
   *
   * @throws WrongValue if the numbers are too far apart for it
   */
  Scaler scaler() {
    if (count == 0) {
      return scaling == Scaling.NONE ? new Scaler(scaling, 0, 1) : new Scaler(scaling, 0, 0);
    }
    double deviation = Math.sqrt(squares / count);
    Scaler scaler =
        switch (scaling) {
          case STANDARD, LOG, WINDOW -> new Scaler(scaling, mean, deviation);
          case MIN_MAX -> new Scaler(scaling, least, greatest - least);
          case ROBUST -> robust(deviation);
          case NONE -> new Scaler(scaling, 0, 1);
        };
    if (!scaler.isFinite()) {
      throw WrongValue.of(
          "is between %s and %s in the training data, too far apart to scale. Use @Scale(LOG)."
              .formatted(least, greatest));
    }
    return scaler;
  }

  /** More than half of the numbers may be equal, and the quartiles with them. */
  private Scaler robust(double deviation) {
    double[] sorted = Objects.requireNonNull(quartiles).sorted();
    double range = Quartiles.quantile(sorted, 0.75) - Quartiles.quantile(sorted, 0.25);
    return new Scaler(
        scaling,
        Quartiles.quantile(sorted, 0.5),
        range > 0 || least == greatest ? range : deviation);
  }
}
