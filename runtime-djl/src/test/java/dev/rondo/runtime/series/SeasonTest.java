package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonTest {
  private static int season(double[]... series) {
    int[] cuts = new int[series.length];
    for (int s = 0; s < cuts.length; s++) {
      cuts[s] = series[s].length;
    }
    return Season.find(SplitSeries.of(List.of(series), cuts));
  }

  private static double[] wave(int length, double period, double trend, double noise, long seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      values[t] = Math.sin(2 * Math.PI * t / period) + trend * t + noise * random.nextGaussian();
    }
    return values;
  }

  @Test
  void isFoundBesideTrendAndNoise() {
    assertThat(season(wave(600, 24, 0.02, 0.2, 1))).isEqualTo(24);
    assertThat(season(wave(120, 12, 0.5, 0.1, 2))).isEqualTo(12);
    assertThat(season(wave(300, 4, -0.1, 0.2, 3))).isEqualTo(4);
  }

  @Test
  void isFoundOnTopOfSlowSwings() {
    double[] values = wave(2000, 24, 0, 0.1, 4);
    for (int t = 0; t < values.length; t++) {
      values[t] += 20 * Math.sin(t / 400.0);
    }
    assertThat(season(values)).isEqualTo(24);
  }

  @Test
  void ofManyShortSeriesIsFoundTogether() {
    double[][] series = new double[40][];
    for (int s = 0; s < series.length; s++) {
      series[s] = wave(30 + s, 7, 0.1, 0.3, s);
    }
    assertThat(season(series)).isEqualTo(7);
  }

  @Test
  void isFoundDespiteMissingValues() {
    double[] values = wave(400, 12, 0, 0.2, 5);
    Random random = new Random(6);
    for (int i = 0; i < 60; i++) {
      values[random.nextInt(values.length)] = Double.NaN;
    }
    assertThat(season(values)).isEqualTo(12);
  }

  @Test
  void noiseWalksConstantsAndShortSeriesHaveNone() {
    double[] walk = new Random(8).doubles(500, -1, 1).toArray();
    assertThat(season(walk.clone())).isEqualTo(1);
    for (int t = 1; t < walk.length; t++) {
      walk[t] += walk[t - 1];
    }
    assertThat(season(new double[300])).isEqualTo(1);
    assertThat(season(new double[] {1, 2, 1, 2})).isEqualTo(1);
  }
}
