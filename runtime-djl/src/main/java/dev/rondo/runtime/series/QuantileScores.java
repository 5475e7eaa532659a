package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.List;

/**
 * How good the quantiles of forecasts are.
 *
 * @param levels the levels, ascending; unmodifiable
 * @param pinball the mean pinball loss of each, in the user's units, after widening: {@code q (y -
 *     f)} above the quantile {@code f} and {@code (1 - q) (f - y)} below it (Koenker and Bassett
 *     1978); unmodifiable
 * @param intervals those between the lowest and the highest level, the second lowest and second
 *     highest, and so on; unmodifiable
 */
public record QuantileScores(
    List<Double> levels, List<Double> pinball, List<IntervalScores> intervals) {
  /** Creates one with copies. */
  public QuantileScores {
    levels = Arguments.copyOf(levels, "levels");
    pinball = Arguments.copyOf(pinball, "pinball");
    intervals = Arguments.copyOf(intervals, "intervals");
  }

  /** Returns the mean of the pinball loss over all levels. */
  public double meanPinball() {
    return pinball.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the pinball loss of one value. */
  static double pinball(double level, double actual, double quantile) {
    double over = actual - quantile;
    return Math.max(level * over, (level - 1) * over);
  }
}
