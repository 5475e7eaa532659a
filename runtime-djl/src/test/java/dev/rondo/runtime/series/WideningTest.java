package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WideningTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  @Test
  void marginsAreTheQuantileThatConformalPredictionAsksFor() {
    // scores of nine values with the interval [0, 10]: 8 of 9 + 1 = the 8th smallest is 3
    double[][] forecasts = new double[9][];
    double[][] actual = {{5}, {11}, {-2}, {9}, {13}, {1}, {0}, {14}, {8}};
    for (int i = 0; i < 9; i++) {
      forecasts[i] = new double[] {0, 5, 10};
    }
    // outside by -5, 1, 2, -1, 3, -1, 0, 4, -2: sorted -5 -2 -1 -1 0 1 2 3 4
    Widening widening = Widening.learn(LEVELS, forecasts, actual);

    assertThat(widening.margins()).isEqualTo(new double[][] {{3}});
    assertThat(widening.apply(new double[] {0, 5, 10})).isEqualTo(new double[] {-3, 5, 13});
  }

  @Test
  void stepsWithFewValuesTakeTheMarginOfAllTogether() {
    double[][] forecasts = {{0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}};
    double[][] actual = {{1, 4}, {2, 5}, {3, 6}};
    // (3 + 1) * 0.8 = 3.2: no step has a fourth value; of six together it is ceil(5.6) = the 6th
    assertThat(Widening.learn(LEVELS, forecasts, actual).margins())
        .isEqualTo(new double[][] {{6}, {6}});
  }

  @Test
  void tooWideIntervalsNarrowButNotPastTheMedian() {
    Widening widening = Widening.of(LEVELS, new double[][] {{-3}});
    assertThat(widening.apply(new double[] {0, 5, 10})).isEqualTo(new double[] {3, 5, 7});
    assertThat(widening.apply(new double[] {4, 5, 10})).isEqualTo(new double[] {5, 5, 7});
  }

  @Test
  void quantilesNeverCross() {
    double[] levels = {0.05, 0.25, 0.75, 0.95};
    Widening widening = Widening.of(levels, new double[][] {{-4, 2}});
    assertThat(widening.apply(new double[] {0, 1, 2, 3})).isEqualTo(new double[] {-1, -1, 4, 4});
  }

  @Test
  void newValuesAreCoveredAsOftenAsAsked() {
    Random random = new Random(5);
    for (double scale : new double[] {0.2, 4}) {
      double[][] forecasts = new double[4000][];
      double[][] actual = new double[4000][];
      for (int i = 0; i < actual.length; i++) {
        double level = 100 * random.nextDouble();
        forecasts[i] = new double[] {level - scale, level, level + scale};
        actual[i] = new double[] {level + random.nextGaussian()};
      }
      Widening widening = Widening.learn(LEVELS, forecasts, actual);
      int covered = 0;
      for (int i = 0; i < 4000; i++) {
        double level = 100 * random.nextDouble();
        double[] row = widening.apply(new double[] {level - scale, level, level + scale});
        double value = level + random.nextGaussian();
        covered += row[0] <= value && value <= row[2] ? 1 : 0;
      }
      assertThat(covered / 4000.0).isWithin(0.025).of(0.8);
    }
  }

  @Test
  void storedMarginsAreChecked() {
    assertThrows(
        IllegalArgumentException.class, () -> Widening.of(LEVELS, new double[][] {{1, 2}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Widening.of(new double[] {0.9, 0.1}, new double[0][]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Widening.learn(LEVELS, new double[][] {{1, 2, 3}}, new double[][] {{Double.NaN}}));
  }
}
