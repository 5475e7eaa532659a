package dev.rondo.runtime.series;

import java.util.Arrays;
import java.util.List;

/** The baseline that forecasts the last known value for each step. */
final class LastValue implements Forecaster {
  private final SplitSeries series;
  private final int horizon;

  LastValue(SplitSeries series, int horizon) {
    this.series = series;
    this.horizon = horizon;
  }

  @Override
  public double[][] forecast(List<Origin> origins) {
    double[][] rows = new double[origins.size()][horizon];
    for (int i = 0; i < rows.length; i++) {
      Origin origin = origins.get(i);
      Arrays.fill(rows[i], series.lastKnown(origin.series(), origin.position()));
    }
    return rows;
  }
}
