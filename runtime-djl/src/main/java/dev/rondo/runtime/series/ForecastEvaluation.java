package dev.rondo.runtime.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How good forecasts of one target are, beside the baselines that a model has to beat, from every
 * origin of the last part in time, without fitting again in between.
 *
 * @param horizon how many steps each forecast has
 * @param season how many steps a season has; 1 if there is none
 * @param series how many series have an origin
 * @param origins from how many places in time was forecast
 * @param model the model's scores
 * @param lastValue those of the last known value
 * @param seasonalNaive those of the value of the same place in the last season
 * @param linear those of the {@link LinearForecaster linear model} on the same window; NaN where
 *     training is too short for one
 * @param quantileScores those of the model's quantiles; null if it has none
 */
public record ForecastEvaluation(
    int horizon,
    int season,
    int series,
    long origins,
    ForecastScores model,
    ForecastScores lastValue,
    ForecastScores seasonalNaive,
    ForecastScores linear,
    @Nullable QuantileScores quantileScores) {

  /** Returns the scores of the model's quantiles, if it has any. */
  public Optional<QuantileScores> quantiles() {
    return Optional.ofNullable(quantileScores);
  }

  /** Returns the baselines, in the order of the table. */
  public List<ForecastScores> baselines() {
    return List.of(lastValue, seasonalNaive, linear);
  }

  /** Returns the baseline with the smallest mean absolute error. */
  public ForecastScores bestBaseline() {
    ForecastScores best = lastValue;
    for (ForecastScores baseline : baselines()) {
      if (baseline.mae() < best.mae()) {
        best = baseline;
      }
    }
    return best;
  }

  /** Returns whether the model's mean absolute error is below that of each baseline. */
  public boolean beatsBaselines() {
    return model.mae() < bestBaseline().mae();
  }

  /** Returns a table of the model and the baselines, and what the quantiles cover. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "horizon %s, %s, %s series, %s origins%n"
            .formatted(horizon, season == 1 ? "no season" : "season " + season, series, origins));
    text.append(line("", "MAE", "RMSE", "sMAPE", "MASE"));
    text.append(line(model));
    baselines().forEach(baseline -> text.append(line(baseline)));
    if (quantileScores != null) {
      text.append(
          "pinball loss %s at quantiles %s%n"
              .formatted(Figures.text(quantileScores.meanPinball()), quantileScores.levels()));
      quantileScores
          .intervals()
          .forEach(interval -> text.append(interval).append("%n".formatted()));
    }
    return text.append(verdict()).toString();
  }

  /** Returns in a sentence whether the model beats the best baseline. */
  public String verdict() {
    ForecastScores best = bestBaseline();
    String scores =
        "MAE %s against %s".formatted(Figures.text(model.mae()), Figures.text(best.mae()));
    return beatsBaselines()
        ? "the model beats the best baseline, %s: %s".formatted(best.name(), scores)
        : "the model does not beat the best baseline, %s: %s".formatted(best.name(), scores);
  }

  private static String line(ForecastScores scores) {
    return line(
        scores.name(),
        Figures.text(scores.mae()),
        Figures.text(scores.rmse()),
        Figures.text(scores.smape()),
        Figures.text(scores.mase()));
  }

  private static String line(String name, String mae, String rmse, String smape, String mase) {
    return String.format(Locale.ROOT, "%-16s%12s%12s%12s%12s%n", name, mae, rmse, smape, mase);
  }
}
