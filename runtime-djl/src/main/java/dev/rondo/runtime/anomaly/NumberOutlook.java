package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.series.LinearForecaster;
import dev.rondo.runtime.series.LinearWeights;
import dev.rondo.runtime.series.SplitSeries;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number is expected to be before the network says its part: a linear forecast of it, or its
 * last value where training is too short for one, and the deviation of what that misses by, one
 * step ahead and further ahead.
 *
 * @param linear the linear forecast of all steps ahead
 * @param deviations of what it misses by, of each lead; above 0
 * @param floor the least deviation that is believed: of a number that hardly ever changes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
record NumberOutlook(@Nullable LinearWeights linear, double[] deviations, double floor) {
  private static final int MOST_WEIGHTS = 1 << 18;
  private static final double FLOOR = 0.05;
  private static final double TINY = 1e-9;

  static NumberOutlook learn(List<double[]> series, int window, int ahead) {
    LinearWeights linear = null;
    if (!series.isEmpty() && (long) window * ahead <= MOST_WEIGHTS) {
      int[] ends = series.stream().mapToInt(values -> values.length).toArray();
      linear =
          LinearForecaster.fit(SplitSeries.of(series, ends), window, ahead)
              .map(LinearForecaster::weights)
              .orElse(null);
    }
    NumberOutlook unscaled = new NumberOutlook(linear, new double[] {1, 1}, 0);
    double[] squares = new double[2];
    long[] counts = new long[2];
    double size = 0;
    for (double[] values : series) {
      for (int t = 1; t < values.length; t++) {
        double[] foretold = unscaled.means(values, Math.max(0, t - window), t, ahead);
        for (int lead = 0; lead < 2; lead++) {
          int at = t + (lead == 0 ? 0 : ahead - 1);
          if (at < values.length && !Double.isNaN(values[at])) {
            double off = values[at] - foretold[lead];
            squares[lead] += off * off;
            counts[lead]++;
            size = Math.max(size, Math.abs(values[at]));
          }
        }
      }
    }
    double tiny = Math.max(TINY, TINY * size);
    double[] deviations = new double[2];
    for (int lead = 0; lead < 2; lead++) {
      double variance = counts[lead] == 0 ? 0 : squares[lead] / counts[lead];
      deviations[lead] = Math.max(Math.sqrt(variance), tiny);
    }
    return new NumberOutlook(linear, deviations, FLOOR * deviations[0]);
  }

  /** Returns what is expected one step and {@code ahead} steps behind a window. */
  double[] means(double[] values, int from, int position, int ahead) {
    if (linear != null) {
      return linear.forecast(values, from, position, new int[] {0, ahead - 1});
    }
    double last = 0;
    for (int t = from; t < position; t++) {
      last = Double.isNaN(values[t]) ? last : values[t];
    }
    double[] same = new double[2];
    Arrays.fill(same, last);
    return same;
  }
}
