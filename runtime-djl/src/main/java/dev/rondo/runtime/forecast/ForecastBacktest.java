package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.Backtest;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.Forecaster;
import dev.rondo.runtime.series.Origin;
import dev.rondo.runtime.series.SplitSeries;
import dev.rondo.runtime.series.Widening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures a network on the last part in time of series, from every origin in it; what is before is
 * known. For use by one thread.
 *
 * @param <R> a step of the series
 */
public final class ForecastBacktest<R> {
  private final ForecastSeries<R> series;
  private final ForecastCodec<R> target;
  private final Backtest backtest;

  private ForecastBacktest(ForecastSeries<R> series, ForecastCodec<R> target, Backtest backtest) {
    this.series = series;
    this.target = target;
    this.backtest = backtest;
  }

  /**
   * What was measured.
   *
   * @param loss the mean loss, on the scale that the network learns on
   */
  public record Measured(double loss, ForecastEvaluation evaluation) {}

  /**
   * Prepares measuring.
   *
   * @param cuts how many steps of each series come before the part that is measured
   * @throws IllegalArgumentException if no series has a whole horizon behind its cut
   */
  public static <R> ForecastBacktest<R> of(
      ForecastSeries<R> series, ForecastCodec<R> target, int[] cuts) {
    SplitSeries split = SplitSeries.of(series.values(), cuts);
    return new ForecastBacktest<>(
        series,
        target,
        target.season() == 0
            ? Backtest.of(split, target.horizon(), target.window())
            : Backtest.of(split, target.horizon(), target.window(), target.season()));
  }

  /**
   * Prepares measuring the last part in time of series.
   *
   * @param data the series; what is before the last part is known
   * @param share of the steps of each that is measured, above 0 and at most 1
   * @throws IllegalArgumentException if the share is out of range, a step is null or cannot be
   *     read, or no series has a whole horizon in its last part
   */
  public static <R> ForecastBacktest<R> last(
      Iterable<List<R>> data, double share, SequenceCodec<R> history, ForecastCodec<R> target) {
    return last(data, share, history, target, null);
  }

  /**
   * Prepares measuring the last part in time of series of which something is known in advance.
   *
   * @param known null where nothing is
   */
  public static <R> ForecastBacktest<R> last(
      Iterable<List<R>> data,
      double share,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> known) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be above 0 and at most 1");
    }
    ForecastSeries<R> series = ForecastSeries.of(data, history, target, known);
    return of(series, target, cuts(series.values(), share));
  }

  /**
   * Returns where series are cut so that a share of their steps comes behind.
   *
   * @param share above 0; 1 for all
   */
  static int[] cuts(List<double[]> values, double share) {
    return values.stream()
        .mapToInt(series -> series.length - (int) Math.round(series.length * share))
        .toArray();
  }

  /**
   * Measures a network.
   *
   * @param scores computes the scores of rows
   */
  public Measured evaluate(Function<List<Steps[]>, List<float[][]>> scores) {
    double[] errors = new double[2];
    Forecaster forecaster = origins -> rows(origins, scores, errors);
    ForecastEvaluation evaluation =
        target.quantiles().isNone()
            ? backtest.evaluate(forecaster)
            : backtest.evaluate(forecaster, target.levels(), target.widening());
    return new Measured(errors[0] / errors[1], evaluation);
  }

  private double[][] rows(
      List<Origin> origins, Function<List<Steps[]>, List<float[][]>> scores, double[] errors) {
    List<ForecastWindow> windows = new ArrayList<>();
    for (Origin origin : origins) {
      windows.add(series.window(origin.series(), origin.position()));
    }
    List<float[][]> answers = scores.apply(windows.stream().map(ForecastWindow::inputs).toList());
    double[][] rows = new double[windows.size()][];
    for (int i = 0; i < rows.length; i++) {
      Origin origin = origins.get(i);
      float[] answer = answers.get(i)[0];
      add(answer, series.target(origin.series(), origin.position(), windows.get(i)), errors);
      rows[i] = target.row(answer, windows.get(i));
    }
    return rows;
  }

  private void add(float[] scores, float[] expected, double[] errors) {
    double[] answers = target.answers(scores);
    for (int h = 0; h < expected.length; h++) {
      if (!Float.isNaN(expected[h])) {
        errors[0] += target.quantiles().loss(answers, h * target.quantiles().count(), expected[h]);
        errors[1]++;
      }
    }
  }

  /**
   * Lets the intervals of the network's forecasts cover what they should, as they do here, where it
   * has not learned (split-conformal calibration).
   *
   * @param scores computes the scores of rows
   * @throws IllegalStateException if the network forecasts no quantiles
   */
  public void calibrate(Function<List<Steps[]>, List<float[][]>> scores) {
    if (target.quantiles().isNone()) {
      throw new IllegalStateException(
          "there are no intervals to calibrate: the model forecasts no quantiles");
    }
    List<Origin> origins = backtest.origins();
    double[][] actual = new double[origins.size()][];
    for (int i = 0; i < actual.length; i++) {
      Origin origin = origins.get(i);
      actual[i] =
          Arrays.copyOfRange(
              series.values().get(origin.series()),
              origin.position(),
              origin.position() + target.horizon());
    }
    target.widen(Widening.learn(target.levels(), rows(origins, scores, new double[2]), actual));
  }
}
