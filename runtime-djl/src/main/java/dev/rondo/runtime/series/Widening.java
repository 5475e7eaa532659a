package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.Arrays;
import java.util.List;

/**
 * Moves the quantiles of forecasts so that the intervals between them cover what they should:
 * split-conformal calibration of quantiles (Romano, Patterson and Candès 2019) on a part in time
 * that the forecaster did not learn from.
 *
 * <p>Each interval, from the lowest to the highest level, the second lowest to the second highest
 * and so on, has a margin at each step of the horizon. Below 0 it narrows, but no quantile goes
 * past the median (of an even number of levels: past the middle of the two). A step with too few
 * values for its level takes the margin of all steps together.
 */
public final class Widening {
  private final double[] levels;
  private final double[][] margins;

  private Widening(double[] levels, double[][] margins) {
    this.levels = levels;
    this.margins = margins;
  }

  /**
   * Learns the margins.
   *
   * @param levels the levels, ascending in (0, 1)
   * @param forecasts a row for each origin: {@code row[step * levels.length + level]}
   * @param actual what came, for each origin its steps; NaN is left out
   * @throws IllegalArgumentException if the levels are wrong, there is no forecast, the sizes do
   *     not fit, or some interval has no value at all
   */
  public static Widening learn(double[] levels, double[][] forecasts, double[][] actual) {
    double[] checked = Levels.checked(levels);
    if (forecasts.length == 0 || forecasts.length != actual.length) {
      throw new IllegalArgumentException(
          forecasts.length
              + " forecasts for "
              + actual.length
              + " origins, must be as many, at least one");
    }
    int horizon = actual[0].length;
    double[][] margins = new double[horizon][checked.length / 2];
    for (int pair = 0; pair < checked.length / 2; pair++) {
      double[][] scores = scores(checked, pair, forecasts, actual);
      double share = checked[checked.length - 1 - pair] - checked[pair];
      double[] together = sorted(scores);
      if (together.length == 0) {
        throw new IllegalArgumentException("there is no value to learn the margins from");
      }
      for (int step = 0; step < horizon; step++) {
        double[] own = sorted(new double[][] {scores[step]});
        margins[step][pair] = margin(rank(own.length, share) <= own.length ? own : together, share);
      }
    }
    return new Widening(checked, margins);
  }

  /**
   * Creates one from its margins, as {@link #margins()} returned them.
   *
   * @throws IllegalArgumentException if the levels are wrong or the sizes do not fit
   */
  public static Widening of(double[] levels, double[][] margins) {
    double[] checked = Levels.checked(levels);
    double[][] copy = Arguments.copyOfRows(margins, "margins");
    for (double[] step : copy) {
      if (step.length != checked.length / 2) {
        throw new IllegalArgumentException(
            step.length + " margins for " + checked.length + " levels, must be half as many");
      }
    }
    return new Widening(checked, copy);
  }

  /** Returns the levels, ascending; a copy. */
  public double[] levels() {
    return levels.clone();
  }

  /** Returns for each step the margin of each interval, the outermost first; a copy. */
  public double[][] margins() {
    return Arguments.copyOfRows(margins, "margins");
  }

  /**
   * Returns the row of a forecast with its quantiles moved.
   *
   * @param row {@code row[step * levels + level]}; not changed
   */
  public double[] apply(double[] row) {
    int count = levels.length;
    if (row.length != margins.length * count) {
      throw new IllegalArgumentException(
          "a row has %s values, expected %s steps of %s levels"
              .formatted(row.length, margins.length, count));
    }
    double[] moved = row.clone();
    for (int step = 0; step < margins.length; step++) {
      int first = step * count;
      double middle = (row[first + (count - 1) / 2] + row[first + count / 2]) / 2;
      double low = middle;
      double high = middle;
      for (int pair = count / 2 - 1; pair >= 0; pair--) {
        int last = first + count - 1 - pair;
        low = Math.min(low, row[first + pair] - margins[step][pair]);
        high = Math.max(high, row[last] + margins[step][pair]);
        moved[first + pair] = low;
        moved[last] = high;
      }
    }
    return moved;
  }

  /** Returns for each step how far each value is outside its interval, below 0 inside. */
  private static double[][] scores(
      double[] levels, int pair, double[][] forecasts, double[][] actual) {
    double[][] scores = new double[actual[0].length][actual.length];
    for (int i = 0; i < actual.length; i++) {
      if (actual[i].length != scores.length
          || forecasts[i].length != scores.length * levels.length) {
        throw new IllegalArgumentException(
            "forecast %s has %s values for %s steps of %s levels, must have %s steps"
                .formatted(i, forecasts[i].length, actual[i].length, levels.length, scores.length));
      }
      for (int step = 0; step < scores.length; step++) {
        double low = forecasts[i][step * levels.length + pair];
        double high = forecasts[i][(step + 1) * levels.length - 1 - pair];
        scores[step][i] = Math.max(low - actual[i][step], actual[i][step] - high);
      }
    }
    return scores;
  }

  private static double[] sorted(double[][] scores) {
    return Arrays.stream(scores)
        .flatMapToDouble(Arrays::stream)
        .filter(score -> !Double.isNaN(score))
        .sorted()
        .toArray();
  }

  /**
   * Returns which of the sorted scores, counted from 1, so many values stay below with a chance.
   */
  private static int rank(int count, double share) {
    return (int) Math.ceil((count + 1) * share);
  }

  private static double margin(double[] sorted, double share) {
    return sorted[Math.min(rank(sorted.length, share), sorted.length) - 1];
  }

  /** Returns the margins of the nearest and the farthest step. */
  @Override
  public String toString() {
    List<double[]> ends = List.of(margins[0], margins[margins.length - 1]);
    return "margins "
        + Arrays.toString(ends.get(0))
        + " at the first step to "
        + Arrays.toString(ends.get(1))
        + " at the last";
  }
}
