package dev.rondo.runtime.series;

import java.util.List;

/**
 * The baseline that forecasts the value of the same place in the last season: the latest known one
 * that is whole seasons before. Where none is known, it is the last known value.
 */
final class SeasonalNaive implements Forecaster {
  private final SplitSeries series;
  private final int horizon;
  private final int season;

  SeasonalNaive(SplitSeries series, int horizon, int season) {
    this.series = series;
    this.horizon = horizon;
    this.season = season;
  }

  @Override
  public double[][] forecast(List<Origin> origins) {
    double[][] rows = new double[origins.size()][horizon];
    for (int i = 0; i < rows.length; i++) {
      Origin origin = origins.get(i);
      for (int step = 0; step < horizon; step++) {
        rows[i][step] = value(origin, step);
      }
    }
    return rows;
  }

  private double value(Origin origin, int step) {
    int position = origin.position() + step;
    do {
      position -= season;
    } while (position >= origin.position());
    for (; position >= 0; position -= season) {
      double value = series.value(origin.series(), position);
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return series.lastKnown(origin.series(), origin.position());
  }
}
