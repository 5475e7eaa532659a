package dev.rondo.runtime.series;

/**
 * How far forecasts are from what came.
 *
 * @param values how many values were compared; missing ones are not
 * @param mae the mean absolute error, in the user's units; NaN without values, like all that follow
 * @param rmse the root of the mean squared error, in the user's units
 * @param smape the symmetric mean absolute percentage error, 0 to 200: the mean of {@code 200 |y -
 *     f| / (|y| + |f|)}, 0 where both are 0 (Makridakis 1993, as in the M4 competition)
 * @param mase the mean absolute scaled error (Hyndman and Koehler 2006): each error is divided by
 *     the mean absolute error that the value one season before makes inside its series' training
 *     part. Below 1 is better than that. Series in which it is 0 or cannot be computed are left
 *     out; NaN if all are
 */
public record ErrorScores(long values, double mae, double rmse, double smape, double mase) {
  /** Returns the mean squared error, in the square of the user's units. */
  public double mse() {
    return rmse * rmse;
  }

  /** Returns all figures in a line. */
  @Override
  public String toString() {
    return "MAE %s, RMSE %s, sMAPE %s, MASE %s, %s values"
        .formatted(
            Figures.text(mae), Figures.text(rmse), Figures.text(smape), Figures.text(mase), values);
  }
}
