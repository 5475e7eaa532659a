package dev.rondo.runtime.train;

import dev.rondo.runtime.series.ForecastEvaluation;

/**
 * How good the forecasts of validation data are.
 *
 * @param loss the mean loss, on the scale that the values are learned on
 * @param evaluation the errors in the user's units, beside those of what is simple
 */
public record ForecastEpoch(double loss, ForecastEvaluation evaluation) implements EpochEvaluation {
  /** Returns the mean absolute scaled error; the absolute one where there is no scale. */
  @Override
  public Quality quality() {
    double mase = evaluation.model().mase();
    return Double.isNaN(mase)
        ? Quality.error("MAE", evaluation.model().mae())
        : Quality.error("MASE", mase);
  }
}
