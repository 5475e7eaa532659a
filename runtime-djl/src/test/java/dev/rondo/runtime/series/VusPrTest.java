package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VusPrTest {
  @Test
  void equalsASlowPlainVolume() {
    Random random = new Random(12);
    for (int run = 0; run < 6; run++) {
      double[] scores = new double[400];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = run % 2 == 0 ? random.nextDouble() : random.nextInt(9);
      }
      List<LabelledWindow> windows =
          List.of(new LabelledWindow(0, 6), new LabelledWindow(60, 75), new LabelledWindow(90, 99));
      for (int i = 60; i <= 75; i++) {
        scores[i] += 0.4;
      }
      ScoredSeries series = new ScoredSeries("s", scores, windows);
      double sum = 0;
      for (int buffer = 0; buffer <= 30; buffer++) {
        sum += area(scores, windows, buffer);
      }
      assertThat(VusPr.of(series, 30)).isWithin(1e-9).of(sum / 31);
    }
  }

  /** The definition, step by step. */
  private static double area(double[] scores, List<LabelledWindow> windows, int buffer) {
    double[] labels = new double[scores.length];
    double original = 0;
    for (LabelledWindow window : windows) {
      original += window.last() - window.first() + 1;
      for (int i = window.first(); i <= window.last(); i++) {
        labels[i] = 1;
      }
      for (int i = window.last(); i < Math.min(window.last() + buffer / 2, scores.length); i++) {
        labels[i] += Math.sqrt(1 - (double) (i - window.last()) / buffer);
      }
      for (int i = Math.max(window.first() - buffer / 2, 0); i < window.first(); i++) {
        labels[i] += Math.sqrt(1 - (double) (window.first() - i) / buffer);
      }
    }
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.min(labels[i], 1);
      all += labels[i];
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double area = 0;
    double before = 0;
    for (int k = 0; k < 250; k++) {
      double threshold = sorted[sorted.length - 1 - (int) (k * (sorted.length - 1) / 249.0)];
      double found = 0;
      int alarms = 0;
      int parts = 0;
      int partsFound = 0;
      boolean inside = false;
      boolean hit = false;
      for (int i = 0; i <= labels.length; i++) {
        boolean counts = i < labels.length && labels[i] > 0;
        if (inside && !counts) {
          parts++;
          partsFound += hit ? 1 : 0;
          hit = false;
        }
        inside = counts;
        if (i < labels.length && scores[i] >= threshold) {
          alarms++;
          found += labels[i];
          hit |= counts;
        }
      }
      double recall = Math.min(1, found / ((original + all) / 2)) * partsFound / parts;
      area += (recall - before) * found / alarms;
      before = recall;
    }
    return area;
  }

  @Test
  void perfectScoresAreNearOneAndRandomOnesNearTheShare() {
    double[] perfect = new double[5000];
    Arrays.fill(perfect, 2000, 2200, 1);
    List<LabelledWindow> windows = List.of(new LabelledWindow(2000, 2199));
    assertThat(VusPr.of(new ScoredSeries("s", perfect, windows))).isGreaterThan(0.85);
    assertThat(VusPr.of(new ScoredSeries("s", perfect, windows), 0)).isWithin(1e-12).of(1);
    double[] random = new Random(3).doubles(5000).toArray();
    assertThat(VusPr.of(new ScoredSeries("s", random, windows))).isWithin(0.03).of(0.04);
    assertThat(VusPr.of(new ScoredSeries("s", random, List.of()))).isNaN();
  }

  @Test
  void stepsWithoutAScoreComeLast() {
    double[] scores = {Double.NaN, 3, 1, 2, Double.NaN, 0};
    double[] lowest = {-1, 3, 1, 2, -1, 0};
    List<LabelledWindow> windows = List.of(new LabelledWindow(1, 2));
    assertThat(VusPr.of(new ScoredSeries("s", scores, windows), 2))
        .isWithin(1e-12)
        .of(VusPr.of(new ScoredSeries("s", lowest, windows), 2));
  }
}
