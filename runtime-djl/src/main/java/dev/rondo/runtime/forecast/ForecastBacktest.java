package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.Backtest;
import dev.rondo.runtime.series.Backtests;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.Forecaster;
import dev.rondo.runtime.series.Origin;
import dev.rondo.runtime.series.SplitSeries;
import dev.rondo.runtime.series.Widening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
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
  private final List<Backtest> targets;

  private ForecastBacktest(
      ForecastSeries<R> series, ForecastCodec<R> target, List<Backtest> targets) {
    this.series = series;
    this.target = target;
    this.targets = targets;
  }

  /**
   * What was measured.
   *
   * @param loss the mean loss, on the scale that the network learns on
   * @param names of the numbers that are forecast
   * @param evaluations of each of them
   */
  public record Measured(double loss, List<String> names, List<ForecastEvaluation> evaluations) {
    public Measured {
      names = List.copyOf(names);
      evaluations = List.copyOf(evaluations);
    }

    /** Returns the evaluations by the names, in their order. */
    public Map<String, ForecastEvaluation> byName() {
      Map<String, ForecastEvaluation> byName = new LinkedHashMap<>();
      for (int k = 0; k < names.size(); k++) {
        byName.put(names.get(k), evaluations.get(k));
      }
      return Collections.unmodifiableMap(byName);
    }

    /**
     * Returns the evaluation of the only number that is forecast.
     *
     * @throws IllegalStateException if there are several
     */
    public ForecastEvaluation evaluation() {
      if (evaluations.size() > 1) {
        throw new IllegalStateException("there are " + evaluations.size() + " evaluations");
      }
      return evaluations.get(0);
    }
  }

  /**
   * Prepares measuring.
   *
   * @param cuts how many steps of each series come before the part that is measured
   * @throws IllegalArgumentException if no series has a whole horizon behind its cut
   */
  public static <R> ForecastBacktest<R> of(
      ForecastSeries<R> series, ForecastCodec<R> target, int[] cuts) {
    List<Backtest> targets = new ArrayList<>();
    for (int k = 0; k < target.names().size(); k++) {
      targets.add(backtest(SplitSeries.of(series.values(k), cuts), target, k));
    }
    return new ForecastBacktest<>(series, target, targets);
  }

  private static Backtest backtest(SplitSeries split, ForecastCodec<?> target, int number) {
    try {
      return target.season() == 0
          ? Backtest.of(split, target.horizon(), target.window())
          : Backtest.of(split, target.horizon(), target.window(), target.season());
    } catch (IllegalArgumentException e) {
      List<String> names = target.names();
      throw names.size() == 1
          ? e
          : new IllegalArgumentException(
              "\"%s\" cannot be measured, where only values that are not missing count: %s"
                  .formatted(names.get(number), e.getMessage()),
              e);
    }
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
    return last(data, share, history, target, null, SeriesConstants.none());
  }

  /** Prepares measuring the last part in time of series of which something is known in advance. */
  public static <R> ForecastBacktest<R> last(
      Iterable<List<R>> data,
      double share,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      Known<R, ?> known) {
    return last(data, share, history, target, known, SeriesConstants.none());
  }

  /** Prepares measuring the last part in time of series in which something is constant. */
  public static <D, R> ForecastBacktest<R> last(
      Iterable<D> data,
      double share,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      SeriesConstants<D, R> constants) {
    return last(data, share, history, target, null, constants);
  }

  /**
   * Prepares measuring the last part in time of series in which something is constant, and of which
   * something is known in advance.
   *
   * @param known null where nothing is
   */
  public static <D, R> ForecastBacktest<R> last(
      Iterable<D> data,
      double share,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> known,
      SeriesConstants<D, R> constants) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be above 0 and at most 1");
    }
    ForecastSeries<R> series = ForecastSeries.of(data, history, target, known, constants);
    return of(series, target, cuts(series, share));
  }

  /**
   * Returns where series are cut so that a share of their steps comes behind.
   *
   * @param share above 0; 1 for all
   */
  private static int[] cuts(ForecastSeries<?> series, double share) {
    return IntStream.range(0, series.size())
        .map(series::length)
        .map(length -> length - (int) Math.round(length * share))
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
    List<ForecastEvaluation> evaluations =
        target.quantiles().isNone()
            ? Backtests.of(targets).evaluate(forecaster)
            : List.of(targets.get(0).evaluate(forecaster, target.levels(), target.widening()));
    return new Measured(errors[0] / errors[1], target.names(), evaluations);
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
    List<Origin> origins = targets.get(0).origins();
    List<double[]> values = series.values(0);
    double[][] actual = new double[origins.size()][];
    for (int i = 0; i < actual.length; i++) {
      Origin origin = origins.get(i);
      actual[i] =
          Arrays.copyOfRange(
              values.get(origin.series()), origin.position(), origin.position() + target.horizon());
    }
    target.widen(Widening.learn(target.levels(), rows(origins, scores, new double[2]), actual));
  }
}
