package dev.rondo.runtime.series;

import java.util.List;

/**
 * Forecasts the values of one target from many places in time.
 *
 * <p>It may read the series before an origin only; {@link Backtest} cannot look into it, so whoever
 * writes one keeps that promise. What is known in advance may be read beyond.
 */
@FunctionalInterface
public interface Forecaster {
  /**
   * Returns a row for each origin, in their order. A row holds the forecast of each step of the
   * horizon, in the user's units. Of a forecast in quantiles it holds all levels of the first step,
   * lowest first, then those of the second: {@code row[step * levels + level]}.
   *
   * @param origins at least one; those of a series stand together, in the order of time
   */
  double[][] forecast(List<Origin> origins);
}
