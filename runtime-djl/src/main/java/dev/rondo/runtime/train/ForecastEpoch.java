package dev.rondo.runtime.train;

import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.TargetsEvaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the forecasts of validation data are.
 *
 * @param loss the mean loss, on the scale that the values are learned on
 * @param evaluations of each number that is forecast the errors in the user's units, beside those
 *     of what is simple
 */
public record ForecastEpoch(double loss, List<ForecastEvaluation> evaluations)
    implements EpochEvaluation {
  /** Creates one with a copy of the evaluations. */
  public ForecastEpoch {
    evaluations = List.copyOf(evaluations);
  }

  /**
   * Returns the mean absolute scaled error, of several numbers their mean. Where there is no scale
   * the absolute one, of one number; several have no unit in common.
   */
  @Override
  public @Nullable Quality quality() {
    double mase = TargetsEvaluation.meanMase(evaluations, ForecastEvaluation::model);
    if (!Double.isNaN(mase)) {
      return Quality.error("MASE", mase);
    }
    return evaluations.size() == 1 ? Quality.error("MAE", evaluations.get(0).model().mae()) : null;
  }
}
