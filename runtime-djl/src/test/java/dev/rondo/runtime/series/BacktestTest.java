package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final double NAN = Double.NaN;

  /** Quarterly beer production of Australia, 1992 to 2010 (Australian Bureau of Statistics). */
  private static final double[] BEER = {
    443, 410, 420, 532, 433, 421, 410, 512, 449, 381, 423, 531, 426, 408, 416, 520, 409, 398, 398,
    507, 432, 398, 406, 526, 428, 397, 403, 517, 435, 383, 424, 521, 421, 402, 414, 500, 451, 380,
    416, 492, 428, 408, 406, 506, 435, 380, 421, 490, 435, 390, 412, 454, 416, 403, 408, 482, 438,
    386, 405, 491, 427, 383, 394, 473, 420, 390, 410, 488, 415, 398, 419, 488, 414, 374
  };

  /**
   * The published values: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2nd
   * edition, section 3.4, table of the methods' errors.
   */
  @Test
  void scoresOfBaselinesAreThosePublished() {
    Backtest backtest = Backtest.of(SplitSeries.of(List.of(BEER), new int[] {64}), 10, 4, 4);
    double mean = Arrays.stream(BEER, 0, 64).average().orElseThrow();
    ForecastEvaluation report =
        backtest.evaluate(
            origins -> {
              double[] row = new double[10];
              Arrays.fill(row, mean);
              return new double[][] {row};
            });

    assertThat(report.origins()).isEqualTo(1);
    assertScores(report.model(), 38.45, 34.83, 2.44);
    assertScores(report.lastValue(), 62.69, 57.40, 4.01);
    assertScores(report.seasonalNaive(), 14.31, 13.40, 0.94);
  }

  private static void assertScores(ForecastScores scores, double rmse, double mae, double mase) {
    assertThat(scores.rmse()).isWithin(0.005).of(rmse);
    assertThat(scores.mae()).isWithin(0.005).of(mae);
    assertThat(scores.mase()).isWithin(0.005).of(mase);
  }

  @Test
  void symmetricErrorsByHand() {
    // |1 - 3| * 200 / 4 = 100; |0 - 0| counts 0; |-2 - 2| * 200 / 4 = 200
    double[] values = {5, 1, 0, -2};
    ForecastEvaluation report =
        Backtest.of(SplitSeries.of(List.of(values), new int[] {1}), 3, 1, 1)
            .evaluate(origins -> new double[][] {{3, 0, 2}});

    assertThat(report.model().smape()).isWithin(1e-12).of(100);
    assertThat(report.model().steps().stream().map(ErrorScores::smape))
        .containsExactly(100.0, 0.0, 200.0)
        .inOrder();
    assertThat(report.model().mase()).isNaN();
  }

  @Test
  void allOriginsAreMeasuredAsByASlowPlainLoop() {
    Random random = new Random(7);
    List<double[]> values = new ArrayList<>();
    int[] cuts = {30, 0, 12, 25, 9};
    int[] lengths = {50, 20, 12, 27, 31};
    for (int length : lengths) {
      double[] series = random.doubles(length, -5, 20).toArray();
      for (int i = 0; i < length / 8; i++) {
        series[random.nextInt(length)] = NAN;
      }
      values.add(series);
    }
    int horizon = 4;
    int season = 3;
    ForecastEvaluation report =
        Backtest.of(SplitSeries.of(values, cuts), horizon, 5, season)
            .evaluate(
                origins -> {
                  double[][] rows = new double[origins.size()][horizon];
                  for (int i = 0; i < rows.length; i++) {
                    for (int step = 0; step < horizon; step++) {
                      rows[i][step] =
                          madeUp(origins.get(i).series(), origins.get(i).position(), step);
                    }
                  }
                  return rows;
                });

    double absolute = 0;
    double squared = 0;
    double scaled = 0;
    double last = 0;
    double seasonal = 0;
    double[] byStep = new double[horizon];
    int[] byStepCount = new int[horizon];
    int count = 0;
    int scaledCount = 0;
    int origins = 0;
    for (int s = 0; s < lengths.length; s++) {
      double[] series = values.get(s);
      double lags = 0;
      int pairs = 0;
      for (int t = season; t < cuts[s]; t++) {
        if (!Double.isNaN(series[t]) && !Double.isNaN(series[t - season])) {
          lags += Math.abs(series[t] - series[t - season]);
          pairs++;
        }
      }
      for (int t = cuts[s]; t + horizon <= lengths[s]; t++) {
        double[] known = Arrays.copyOf(series, t);
        if (Arrays.stream(known).allMatch(Double::isNaN)) {
          continue;
        }
        origins++;
        for (int step = 0; step < horizon; step++) {
          double actual = series[t + step];
          if (!Double.isNaN(actual)) {
            double error = Math.abs(actual - madeUp(s, t, step));
            absolute += error;
            squared += error * error;
            byStep[step] += error;
            byStepCount[step]++;
            count++;
            last += Math.abs(actual - lastOf(known));
            seasonal += Math.abs(actual - seasonBefore(known, t + step, season));
            if (pairs > 0) {
              scaled += error / (lags / pairs);
              scaledCount++;
            }
          }
        }
      }
    }
    assertThat(report.origins()).isEqualTo(origins);
    assertThat(report.series()).isEqualTo(3);
    assertThat(report.model().all().values()).isEqualTo(count);
    assertThat(report.model().mae()).isWithin(1e-9).of(absolute / count);
    assertThat(report.model().rmse()).isWithin(1e-9).of(Math.sqrt(squared / count));
    assertThat(report.model().mase()).isWithin(1e-9).of(scaled / scaledCount);
    assertThat(report.lastValue().mae()).isWithin(1e-9).of(last / count);
    assertThat(report.seasonalNaive().mae()).isWithin(1e-9).of(seasonal / count);
    for (int step = 0; step < horizon; step++) {
      assertThat(report.model().steps().get(step).mae())
          .isWithin(1e-9)
          .of(byStep[step] / byStepCount[step]);
    }
  }

  private static double madeUp(int series, int position, int step) {
    return Math.sin(31 * series + 7 * position + step) * 10;
  }

  private static double lastOf(double[] known) {
    return Arrays.stream(known).filter(value -> !Double.isNaN(value)).reduce(NAN, (a, b) -> b);
  }

  private static double seasonBefore(double[] known, int time, int season) {
    for (int t = time - season; t >= 0; t -= season) {
      if (t < known.length && !Double.isNaN(known[t])) {
        return known[t];
      }
    }
    return lastOf(known);
  }

  @Test
  void whatComesAfterTheCutChangesNothingThatIsChosen() {
    double[] values = new double[200];
    Random random = new Random(3);
    for (int t = 0; t < values.length; t++) {
      values[t] = 10 * Math.sin(t * Math.PI / 6) + random.nextGaussian();
    }
    double[] garbage = values.clone();
    for (int t = 160; t < garbage.length; t++) {
      garbage[t] = 1e6 * random.nextGaussian();
    }
    SplitSeries clean = SplitSeries.of(List.of(values), new int[] {160});
    SplitSeries spoilt = SplitSeries.of(List.of(garbage), new int[] {160});

    assertThat(Backtest.of(spoilt, 6, 12).season()).isEqualTo(Backtest.of(clean, 6, 12).season());
    List<Origin> first = List.of(new Origin(0, 160));
    LinearForecaster ofClean = LinearForecaster.fit(clean, 12, 6).orElseThrow();
    LinearForecaster ofSpoilt = LinearForecaster.fit(spoilt, 12, 6).orElseThrow();
    assertThat(ofSpoilt.forecast(first)[0]).isEqualTo(ofClean.forecast(first)[0]);
  }

  @Test
  void quantilesByHand() {
    // one series, values 1, 2, 3, 4 from 2 on: three origins of one step
    double[] values = {0, 1, 2, 3, 4};
    double[] levels = {0.1, 0.5, 0.9};
    Widening widening = Widening.of(levels, new double[][] {{0.5}});
    ForecastEvaluation report =
        Backtest.of(SplitSeries.of(List.of(values), new int[] {2}), 1, 1, 1)
            .evaluate(
                origins -> new double[][] {{1, 2, 3}, {3.4, 4, 5}, {0, 2, 3}}, levels, widening);

    QuantileScores scores = report.quantiles().orElseThrow();
    IntervalScores interval = scores.intervals().get(0);
    assertThat(interval.coverageBefore()).isWithin(1e-12).of(1 / 3.0); // 2 in [1, 3]
    assertThat(interval.coverage()).isWithin(1e-12).of(2 / 3.0); // and 3 in [2.9, 5.5]
    assertThat(interval.expected()).isWithin(1e-12).of(0.8);
    assertThat(interval.width()).isWithin(1e-12).of((2 + 1.6 + 3) / 3 + 1);
    assertThat(scores.pinball().get(0))
        .isWithin(1e-12)
        .of((0.1 * (2 - 0.5) + 0.1 * (3 - 2.9) + 0.1 * (4 + 0.5)) / 3);
    assertThat(scores.pinball().get(1)).isWithin(1e-12).of((0 + 0.5 * 1 + 0.5 * 2) / 3);
    assertThat(scores.pinball().get(2))
        .isWithin(1e-12)
        .of((0.1 * (3.5 - 2) + 0.1 * (5.5 - 3) + 0.9 * (4 - 3.5)) / 3);
    assertThat(report.model().mae()).isWithin(1e-12).of(1);
  }

  @Test
  void theReportSaysWhetherTheModelBeatsTheBaselines() {
    Backtest backtest = Backtest.of(SplitSeries.of(List.of(BEER), new int[] {64}), 4, 8, 4);
    ForecastEvaluation perfect =
        backtest.evaluate(
            origins ->
                origins.stream()
                    .map(o -> Arrays.copyOfRange(BEER, o.position(), o.position() + 4))
                    .toArray(double[][]::new));
    ForecastEvaluation zero = backtest.evaluate(origins -> new double[origins.size()][4]);

    assertThat(perfect.beatsBaselines()).isTrue();
    assertThat(zero.beatsBaselines()).isFalse();
    assertThat(zero.toString()).contains("horizon 4, season 4, 1 series, 7 origins");
    assertThat(zero.toString()).contains("the model does not beat the best baseline, ");
    assertThat(zero.toString().lines().filter(line -> line.startsWith("seasonal naive")).count())
        .isEqualTo(1);
  }

  @Test
  void wrongForecastsAreToldByTheirPlace() {
    Backtest backtest = Backtest.of(SplitSeries.of(List.of(BEER), new int[] {69}), 2, 4, 4);
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    backtest.evaluate(
                        origins -> new double[][] {{1, 2}, {1, NAN}, {1, 2}, {1, 2}})))
        .hasMessageThat()
        .isEqualTo("the forecast from series 0, step 70 holds NaN");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Backtest.of(SplitSeries.of(List.of(BEER), new int[] {73}), 2, 4, 4)))
        .hasMessageThat()
        .contains("no series has 2 steps after its cut");
  }
}
