package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearForecasterTest {
  private static final int WINDOW = 6;
  private static final int HORIZON = 3;

  /** Windows are cut, and the equations solved, without any of the tricks of the class. */
  @Test
  void choosesAndForecastsAsAPlainSlowRegression() {
    Random random = new Random(11);
    for (boolean levels : new boolean[] {false, true}) {
      List<double[]> values = new ArrayList<>();
      int[] cuts = {70, 90};
      for (int cut : cuts) {
        double[] series = new double[cut + 20];
        double level = 100;
        for (int t = 0; t < series.length; t++) {
          level += levels ? 3 * random.nextGaussian() : 0;
          series[t] = level + 4 * Math.sin(t * 0.9) + random.nextGaussian();
        }
        series[31] = Double.NaN;
        values.add(series);
      }
      SplitSeries split = SplitSeries.of(values, cuts);
      LinearForecaster fitted = LinearForecaster.fit(split, WINDOW, HORIZON).orElseThrow();
      assertThat(fitted.window()).isEqualTo(WINDOW);

      double least = Double.POSITIVE_INFINITY;
      double bestPenalty = 0;
      boolean bestCentred = false;
      for (boolean centred : new boolean[] {true, false}) {
        for (int i = 0; i < 15; i++) {
          double penalty = Math.pow(10, i / 2.0 - 5);
          List<double[]> head = new ArrayList<>();
          List<double[]> tail = new ArrayList<>();
          for (int s = 0; s < cuts.length; s++) {
            int tailStart = cuts[s] - (int) Math.round(0.2 * cuts[s]);
            head.addAll(windows(values.get(s), 0, tailStart, centred));
            tail.addAll(windows(values.get(s), tailStart - WINDOW, cuts[s], centred));
          }
          double[][] weights = regression(head, penalty);
          double error = 0;
          for (double[] window : tail) {
            for (int k = 0; k < HORIZON; k++) {
              double off = window[WINDOW + k] - apply(weights[k], window);
              error += off * off;
            }
          }
          if (error < least) {
            least = error;
            bestPenalty = penalty;
            bestCentred = centred;
          }
        }
      }
      assertThat(fitted.penalty()).isEqualTo(bestPenalty);
      assertThat(fitted.centred()).isEqualTo(bestCentred);

      List<double[]> all = new ArrayList<>();
      for (int s = 0; s < cuts.length; s++) {
        all.addAll(windows(values.get(s), 0, cuts[s], bestCentred));
      }
      double[][] weights = regression(all, bestPenalty);
      for (Origin origin : split.origins(HORIZON)) {
        double[] window = new double[WINDOW];
        double[] series = values.get(origin.series());
        double last = bestCentred ? series[origin.position() - 1] : 0;
        for (int i = 0; i < WINDOW; i++) {
          window[i] = series[origin.position() - WINDOW + i] - last;
        }
        double[] row = fitted.forecast(List.of(origin))[0];
        for (int k = 0; k < HORIZON; k++) {
          assertThat(row[k]).isWithin(1e-6).of(apply(weights[k], window) + last);
        }
      }
    }
  }

  private static List<double[]> windows(double[] series, int from, int to, boolean centred) {
    List<double[]> windows = new ArrayList<>();
    for (int start = from; start + WINDOW + HORIZON <= to; start++) {
      double[] window = new double[WINDOW + HORIZON];
      boolean whole = true;
      for (int i = 0; i < window.length; i++) {
        window[i] = series[start + i] - (centred ? series[start + WINDOW - 1] : 0);
        whole &= !Double.isNaN(window[i]);
      }
      if (whole) {
        windows.add(window);
      }
    }
    return windows;
  }

  private static double apply(double[] weights, double[] window) {
    double sum = weights[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      sum += weights[i] * window[i];
    }
    return sum;
  }

  /** Least squares with the penalty on rows of their own, the intercept last, by elimination. */
  private static double[][] regression(List<double[]> windows, double penalty) {
    int n = WINDOW + 1;
    double[] means = new double[WINDOW];
    for (double[] window : windows) {
      for (int i = 0; i < WINDOW; i++) {
        means[i] += window[i] / windows.size();
      }
    }
    double variance = 0;
    for (double[] window : windows) {
      for (int i = 0; i < WINDOW; i++) {
        variance += Math.pow(window[i] - means[i], 2) / windows.size() / WINDOW;
      }
    }
    double[][] weights = new double[HORIZON][];
    for (int k = 0; k < HORIZON; k++) {
      double[][] equations = new double[n][n + 1];
      for (double[] window : windows) {
        for (int i = 0; i < n; i++) {
          double left = i < WINDOW ? window[i] - means[i] : 1;
          for (int j = 0; j < n; j++) {
            equations[i][j] += left * (j < WINDOW ? window[j] - means[j] : 1);
          }
          equations[i][n] += left * window[WINDOW + k];
        }
      }
      for (int i = 0; i < WINDOW; i++) {
        equations[i][i] += windows.size() * penalty * variance;
      }
      weights[k] = eliminated(equations);
      for (int i = 0; i < WINDOW; i++) {
        weights[k][WINDOW] -= weights[k][i] * means[i];
      }
    }
    return weights;
  }

  private static double[] eliminated(double[][] equations) {
    int n = equations.length;
    for (int i = 0; i < n; i++) {
      if (equations[i][i] == 0) { // the last value less itself: no weight
        continue;
      }
      for (int row = 0; row < n; row++) {
        double factor = row == i ? 0 : equations[row][i] / equations[i][i];
        for (int column = i; column <= n; column++) {
          equations[row][column] -= factor * equations[i][column];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = equations[i][i] == 0 ? 0 : equations[i][n] / equations[i][i];
    }
    return solution;
  }

  @Test
  void aLinearSeriesIsForecastExactly() {
    double[] values = new double[60];
    for (int t = 0; t < values.length; t++) {
      values[t] = 3 + 2 * t + 5 * (t % 4);
    }
    SplitSeries split = SplitSeries.of(List.of(values), new int[] {48});
    ForecastEvaluation report =
        Backtest.of(split, 4, 8, 4).evaluate(origins -> new double[origins.size()][4]);
    assertThat(report.linear().mae()).isLessThan(0.05);
    assertThat(report.bestBaseline().name()).isEqualTo("linear");
  }

  @Test
  void shortTrainingTakesAShorterWindowOrNone() {
    double[] values = new Random(2).doubles(30).toArray();
    LinearForecaster fitted =
        LinearForecaster.fit(SplitSeries.of(List.of(values), new int[] {20}), 168, 3).orElseThrow();
    assertThat(fitted.window()).isLessThan(18);
    assertThat(LinearForecaster.fit(SplitSeries.of(List.of(values), new int[] {3}), 4, 3).isEmpty())
        .isTrue();
    ForecastEvaluation report =
        Backtest.of(SplitSeries.of(List.of(values), new int[] {3}), 3, 4, 1)
            .evaluate(origins -> new double[origins.size()][3]);
    assertThat(report.linear().mae()).isNaN();
    assertThat(report.bestBaseline().mae()).isFinite();
  }

  @Test
  void beginningsAndMissingValuesAreFilled() {
    double[] values = new double[40];
    for (int t = 0; t < values.length; t++) {
      values[t] = 7;
    }
    values[0] = Double.NaN;
    values[36] = Double.NaN;
    SplitSeries split =
        SplitSeries.of(List.of(values, new double[] {Double.NaN, 7, 9, 9, 9}), new int[] {30, 0});
    LinearForecaster fitted = LinearForecaster.fit(split, 5, 2).orElseThrow();
    for (double[] row : fitted.forecast(List.of(new Origin(0, 38), new Origin(1, 2)))) {
      assertThat(row[0]).isWithin(1e-9).of(7);
      assertThat(row[1]).isWithin(1e-9).of(7);
    }
  }
}
