package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.List;

/**
 * The scores of a series, and where its anomalies are.
 *
 * @param name what the user calls the series
 * @param scores how unusual each step is, the higher the more; NaN has no score and gives no alarm.
 *     Not copied
 * @param windows the anomalies, in the order of time, apart from each other
 */
@SuppressWarnings("ArrayRecordComponent") // scores of long series are not copied
public record ScoredSeries(String name, double[] scores, List<LabelledWindow> windows) {
  /**
   * Creates one.
   *
   * @throws IllegalArgumentException if windows overlap, are not in order or go beyond the series
   */
  public ScoredSeries {
    windows = Arguments.copyOf(windows, "windows");
    int end = -1;
    for (LabelledWindow window : windows) {
      if (window.first() <= end || window.last() >= scores.length) {
        throw new IllegalArgumentException(
            "%s: %s overlaps the window before, or ends after the last of %s steps"
                .formatted(name, window, scores.length));
      }
      end = window.last();
    }
  }

  /** Returns the same series with other scores. */
  ScoredSeries withScores(double[] others) {
    return new ScoredSeries(name, others, windows);
  }
}
