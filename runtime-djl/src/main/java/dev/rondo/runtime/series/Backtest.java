package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures forecasters of one target on the last part in time: from every origin in it, without
 * fitting again, beside three baselines.
 *
 * <pre>{@code
 * Backtest backtest = Backtest.of(SplitSeries.lastPart(series, 0.2), 24, 168);
 * ForecastEvaluation report = backtest.evaluate(forecaster);
 * }</pre>
 *
 * <p>The season, the scales and the linear baseline are of the training parts alone. The baselines
 * are computed once, when first needed. Values are compared in the user's units; missing ones are
 * not compared. Not for use by several threads at once.
 */
public final class Backtest {
  private static final int ORIGINS_AT_ONCE = 1024;

  private final SplitSeries series;
  private final int horizon;
  private final int window;
  private final int season;
  private final double[] scales;
  private final List<Origin> origins;
  private @Nullable List<ForecastScores> baselines;

  private Backtest(SplitSeries series, int horizon, int window, int season) {
    this.series = series;
    this.horizon = Arguments.atLeastOne(horizon, "horizon");
    this.window = Arguments.atLeastOne(window, "window");
    this.season = Arguments.atLeastOne(season, "season");
    scales = scales(series, season);
    origins = series.origins(horizon);
    if (origins.isEmpty()) {
      throw new IllegalArgumentException(
          "no series has %s steps after its cut, to measure a forecast of so many; take more for testing"
              .formatted(horizon));
    }
  }

  /**
   * Creates one that finds the season by the autocorrelation of the training parts.
   *
   * @param horizon how many steps are forecast
   * @param window how many values the linear baseline reads: as many as the model
   * @throws IllegalArgumentException if a size is below 1, or no test part holds a whole horizon
   */
  public static Backtest of(SplitSeries series, int horizon, int window) {
    return new Backtest(series, horizon, window, Season.find(series));
  }

  /**
   * Creates one with a season that is told.
   *
   * @param horizon how many steps are forecast
   * @param window how many values the linear baseline reads: as many as the model
   * @param season how many steps a season has; 1 is none
   * @throws IllegalArgumentException if a size is below 1, or no test part holds a whole horizon
   */
  public static Backtest of(SplitSeries series, int horizon, int window, int season) {
    return new Backtest(series, horizon, window, season);
  }

  int horizon() {
    return horizon;
  }

  /** Returns how many steps a season has; 1 if there is none. */
  public int season() {
    return season;
  }

  /** Returns all origins that are measured; those of a series together, in the order of time. */
  public List<Origin> origins() {
    return List.copyOf(origins);
  }

  /** Returns the scores of the baselines: last value, seasonal naive, linear. */
  public List<ForecastScores> baselines() {
    List<ForecastScores> known = baselines;
    if (known == null) {
      Optional<LinearForecaster> linear = LinearForecaster.fit(series, window, horizon);
      known =
          List.of(
              scores("last value", new LastValue(series, horizon)),
              scores("seasonal naive", new SeasonalNaive(series, horizon, season)),
              linear.map(fitted -> scores("linear", fitted)).orElseGet(() -> noScores("linear")));
      baselines = known;
    }
    return known;
  }

  /**
   * Measures a forecaster of one value for each step.
   *
   * @throws IllegalArgumentException if a row has a wrong length or holds what is not finite
   */
  public ForecastEvaluation evaluate(Forecaster forecaster) {
    return evaluation(scores("model", forecaster), null);
  }

  /**
   * Measures a forecaster of quantiles. The level nearest to the median is its forecast.
   *
   * @param levels the levels of its rows, ascending in (0, 1)
   * @param widening what moves its quantiles; null if nothing does. What was covered before is
   *     reported, too
   * @throws IllegalArgumentException if the levels are wrong or not those of the widening, or a row
   *     has a wrong length or holds what is not finite
   */
  public ForecastEvaluation evaluate(
      Forecaster forecaster, double[] levels, @Nullable Widening widening) {
    double[] checked = Levels.checked(levels);
    if (widening != null && !Arrays.equals(checked, widening.levels())) {
      throw new IllegalArgumentException("the widening is of other levels than the forecasts");
    }
    ErrorSums[] sums = newSums();
    QuantileSums quantiles = new QuantileSums(checked, horizon);
    forEachRow(
        origins,
        forecaster,
        checked.length,
        (origin, row) -> {
          double[] moved = widening == null ? row : widening.apply(row);
          for (int step = 0; step < horizon; step++) {
            double actual = series.value(origin.series(), origin.position() + step);
            if (!Double.isNaN(actual)) {
              int middle = step * checked.length + Levels.middle(checked);
              sums[step].add(actual, moved[middle], scales[origin.series()]);
              quantiles.add(step, actual, row, moved);
            }
          }
        });
    return evaluation(scores("model", sums), quantiles.scores());
  }

  /** Returns what was measured. */
  ForecastEvaluation evaluation(ErrorSums[] sums) {
    return evaluation(scores("model", sums), null);
  }

  private ForecastEvaluation evaluation(ForecastScores model, @Nullable QuantileScores quantiles) {
    List<ForecastScores> beside = baselines();
    int measured = (int) origins.stream().mapToInt(Origin::series).distinct().count();
    return new ForecastEvaluation(
        horizon,
        season,
        measured,
        origins.size(),
        model,
        beside.get(0),
        beside.get(1),
        beside.get(2),
        quantiles);
  }

  private ForecastScores scores(String name, Forecaster forecaster) {
    ErrorSums[] sums = newSums();
    forEachRow(origins, forecaster, 1, (origin, row) -> add(sums, origin, row, 0, 1));
    return scores(name, sums);
  }

  /**
   * Adds the errors of a forecast; none where nothing of this target was known before.
   *
   * @param row what is forecast of each step
   * @param first the place of this target's value among those of a step
   * @param count how many values a step has
   */
  void add(ErrorSums[] sums, Origin origin, double[] row, int first, int count) {
    if (Double.isNaN(series.lastKnown(origin.series(), origin.position()))) {
      return;
    }
    for (int step = 0; step < horizon; step++) {
      double actual = series.value(origin.series(), origin.position() + step);
      if (!Double.isNaN(actual)) {
        sums[step].add(actual, row[step * count + first], scales[origin.series()]);
      }
    }
  }

  private ForecastScores noScores(String name) {
    return scores(name, newSums());
  }

  private static ForecastScores scores(String name, ErrorSums[] sums) {
    ErrorSums all = new ErrorSums();
    List<ErrorScores> steps = new ArrayList<>();
    for (ErrorSums step : sums) {
      all.add(step);
      steps.add(step.scores());
    }
    return new ForecastScores(name, all.scores(), steps);
  }

  ErrorSums[] newSums() {
    ErrorSums[] sums = new ErrorSums[horizon];
    Arrays.setAll(sums, step -> new ErrorSums());
    return sums;
  }

  /** Reads a row of an origin. */
  interface RowReader {
    void read(Origin origin, double[] row);
  }

  void forEachRow(List<Origin> origins, Forecaster forecaster, int each, RowReader reader) {
    for (int from = 0; from < origins.size(); from += ORIGINS_AT_ONCE) {
      List<Origin> some = origins.subList(from, Math.min(origins.size(), from + ORIGINS_AT_ONCE));
      double[][] rows = forecaster.forecast(List.copyOf(some));
      if (rows.length != some.size()) {
        throw new IllegalArgumentException(
            "the forecaster gave %s rows for %s origins".formatted(rows.length, some.size()));
      }
      for (int i = 0; i < rows.length; i++) {
        check(rows[i], some.get(i), each);
        reader.read(some.get(i), rows[i]);
      }
    }
  }

  private void check(double[] row, Origin origin, int each) {
    if (row.length != horizon * each) {
      throw new IllegalArgumentException(
          "the forecast from series %s, step %s has %s values, expected %s"
              .formatted(origin.series(), origin.position(), row.length, horizon * each));
    }
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the forecast from series %s, step %s holds %s"
                .formatted(origin.series(), origin.position(), value));
      }
    }
  }

  /** Returns what the errors of each series are divided by; NaN where there is nothing. */
  private static double[] scales(SplitSeries series, int season) {
    double[] scales = new double[series.count()];
    for (int s = 0; s < scales.length; s++) {
      double scale = Season.difference(series, s, season);
      scales[s] = scale > 0 ? scale : Double.NaN;
    }
    return scales;
  }
}
