package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Wording;

/**
 * How good a model's numbers are, in the user's units but for the loss.
 *
 * @param examples how many there are
 * @param mae the mean absolute error; NaN without examples, like all that follow
 * @param rmse the root of the mean squared error
 * @param r2 the coefficient of determination R², the share of the variance that is explained: 1 is
 *     perfect, 0 is no better than always the mean, and below 0 is worse. Where all right answers
 *     are equal it is 1 if all are met, else 0, as in scikit-learn; NaN with fewer than two.
 * @param loss the mean loss, on the scale that the numbers are trained on
 */
public record NumberEvaluation(long examples, double mae, double rmse, double r2, double loss)
    implements HeadEvaluation {
  @Override
  public Quality quality() {
    return Quality.error("MAE", mae);
  }

  /** Returns all figures in a line. */
  @Override
  public String toString() {
    return text(mae, rmse, r2, loss, examples);
  }

  static String text(double mae, double rmse, double r2, double loss, long examples) {
    return "MAE %s, RMSE %s, R² %s, loss %s, %s examples"
        .formatted(
            Wording.significant(mae),
            Wording.significant(rmse),
            Wording.significant(r2),
            Wording.significant(loss),
            examples);
  }
}
