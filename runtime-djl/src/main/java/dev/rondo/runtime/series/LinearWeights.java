package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.stream.IntStream;

/**
 * What a {@link LinearForecaster} has learned: each step of the horizon is a linear function of the
 * values before. Immutable.
 */
public final class LinearWeights {
  private final int window;
  private final int horizon;
  private final boolean centred;
  private final double mean;
  private final double scale;

  /** Of each step of the horizon a weight for each value of the window, then the intercept. */
  private final double[] weights;

  private LinearWeights(
      int window, int horizon, boolean centred, double mean, double scale, double[] weights) {
    this.window = window;
    this.horizon = horizon;
    this.centred = centred;
    this.mean = mean;
    this.scale = scale;
    this.weights = weights;
  }

  /**
   * Returns weights as {@link #values()} gave them.
   *
   * @param centred whether values are read less the last one of their window
   * @param mean of the values that were learned from
   * @param scale of these, above 0
   * @param weights of each step of the horizon a weight for each value of the window, then the
   *     intercept
   * @throws IllegalArgumentException if the sizes do not fit, or a number is out of range
   */
  public static LinearWeights of(
      int window, int horizon, boolean centred, double mean, double scale, double[] weights) {
    Arguments.atLeastOne(window, "window");
    Arguments.atLeastOne(horizon, "horizon");
    if (weights.length != (long) horizon * (window + 1)) {
      throw new IllegalArgumentException(
          "there are %s weights, expected %s for each of %s steps"
              .formatted(weights.length, window + 1, horizon));
    }
    if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(mean))) {
      throw new IllegalArgumentException("mean %s and scale %s are wrong".formatted(mean, scale));
    }
    return new LinearWeights(window, horizon, centred, mean, scale, weights.clone());
  }

  /** Returns how many values are read. */
  public int window() {
    return window;
  }

  /** Returns whether values are read less the last one of their window. */
  public boolean centred() {
    return centred;
  }

  /** Returns the mean of the values that were learned from. */
  public double mean() {
    return mean;
  }

  /** Returns the deviation of the values that were learned from. */
  public double scale() {
    return scale;
  }

  /** Returns the weights; a copy. */
  public double[] values() {
    return weights.clone();
  }

  /**
   * Returns a forecast. A missing value is the last known one before it, or the first known one; so
   * is what is before the first value.
   *
   * @param values of the series, NaN where one is missing
   * @param from the first that may be read
   * @param position how many are known; one at least of those that may be read
   */
  public double[] forecast(double[] values, int from, int position) {
    return forecast(values, from, position, IntStream.range(0, horizon).toArray());
  }

  /**
   * Returns some steps of a {@link #forecast(double[], int, int) forecast}.
   *
   * @param steps which, from 0 to before the horizon
   */
  public double[] forecast(double[] values, int from, int position, int[] steps) {
    double[] read = new double[window];
    double known = firstKnown(values, from, position);
    for (int i = 0; i < window; i++) {
      int t = position - window + i;
      if (t >= from && !Double.isNaN(values[t])) {
        known = values[t];
      }
      read[i] = (known - mean) / scale;
    }
    double last = centred ? read[window - 1] : 0;
    double[] forecast = new double[steps.length];
    for (int s = 0; s < steps.length; s++) {
      int first = steps[s] * (window + 1);
      double sum = weights[first + window] + last;
      for (int i = 0; i < window; i++) {
        sum += weights[first + i] * (read[i] - last);
      }
      forecast[s] = sum * scale + mean;
    }
    return forecast;
  }

  private double firstKnown(double[] values, int from, int position) {
    for (int t = Math.max(from, position - window); t < position; t++) {
      if (!Double.isNaN(values[t])) {
        return values[t];
      }
    }
    return mean;
  }
}
