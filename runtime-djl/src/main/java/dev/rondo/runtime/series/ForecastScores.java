package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.List;

/**
 * How good one forecaster is, over all origins and steps, and by step of the horizon.
 *
 * @param name what is measured, such as {@code model} or {@code last value}
 * @param all over all steps
 * @param steps of each step of the horizon, the nearest first; unmodifiable
 */
public record ForecastScores(String name, ErrorScores all, List<ErrorScores> steps) {
  /** Creates one with a copy of the steps. */
  public ForecastScores {
    steps = Arguments.copyOf(steps, "steps");
  }

  /** Returns the mean absolute error over all steps, in the user's units. */
  public double mae() {
    return all.mae();
  }

  /** Returns the root of the mean squared error over all steps, in the user's units. */
  public double rmse() {
    return all.rmse();
  }

  /** Returns the symmetric mean absolute percentage error over all steps, 0 to 200. */
  public double smape() {
    return all.smape();
  }

  /** Returns the mean absolute scaled error over all steps. */
  public double mase() {
    return all.mase();
  }

  /** Returns name and figures in a line. */
  @Override
  public String toString() {
    return name + ": " + all;
  }
}
