package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The values of the scaled sigmoid are those that the benchmark publishes for it: 0.98661 at the
 * left edge of a window, 0.84828 in its middle, -0.98661 a window behind it (numenta/NAB,
 * nab/sweeper.py).
 */
class NabScoreTest {
  private static final double EDGE = 0.98661;
  private static final double MIDDLE = 0.84828;

  private static ScoredSeries alarms(int... steps) {
    double[] scores = new double[1000];
    for (int step : steps) {
      scores[step] = 1;
    }
    return new ScoredSeries("a", scores, List.of(new LabelledWindow(400, 499)));
  }

  private static double score(ScoredSeries series, NabProfile profile) {
    return NabScore.at(1, List.of(series), profile).score();
  }

  @Test
  void alarmsInWindowsEarnTheMoreTheEarlierTheyAre() {
    assertThat(score(alarms(400), NabProfile.STANDARD)).isWithin(1e-9).of(100);
    assertThat(score(alarms(450), NabProfile.STANDARD))
        .isWithin(1e-3)
        .of(100 * (MIDDLE / EDGE + 1) / 2);
    assertThat(score(alarms(450, 451, 499), NabProfile.STANDARD))
        .isWithin(1e-9)
        .of(score(alarms(450), NabProfile.STANDARD));
    assertThat(score(alarms(), NabProfile.STANDARD)).isWithin(1e-9).of(0);
  }

  @Test
  void falseAlarmsCostTheMoreTheFartherTheyAreBehind() {
    assertThat(score(alarms(300), NabProfile.STANDARD)).isWithin(1e-9).of(-100 * 0.11 / 2);
    assertThat(score(alarms(598), NabProfile.STANDARD)).isWithin(1e-3).of(-100 * 0.11 * EDGE / 2);
    assertThat(score(alarms(999), NabProfile.STANDARD)).isWithin(1e-9).of(-100 * 0.11 / 2);
    assertThat(score(alarms(999), NabProfile.LOW_FALSE_POSITIVES))
        .isWithin(1e-9)
        .of(-100 * 0.22 / 2);
    assertThat(score(alarms(999), NabProfile.LOW_FALSE_NEGATIVES))
        .isWithin(1e-9)
        .of(-100 * 0.11 / 3);
    assertThat(score(alarms(149), NabProfile.STANDARD)).isWithin(1e-9).of(0); // probation
  }

  @Test
  void theThresholdIsTheBestOfAllAsBySlowTrying() {
    Random random = new Random(4);
    for (int run = 0; run < 20; run++) {
      List<ScoredSeries> series = new ArrayList<>();
      for (int s = 0; s < 3; s++) {
        double[] scores = new double[200 + 50 * s];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = random.nextInt(12);
        }
        scores[77] = Double.NaN;
        series.add(
            new ScoredSeries(
                "s" + s,
                scores,
                s == 1
                    ? List.of()
                    : List.of(
                        new LabelledWindow(3, 12),
                        new LabelledWindow(70, 90),
                        new LabelledWindow(150, scores.length - 1))));
      }
      for (NabProfile profile : NabProfile.values()) {
        double best = 0;
        for (int threshold = 0; threshold <= 12; threshold++) {
          double plain = plainly(series, threshold, profile);
          assertThat(NabScore.at(threshold, series, profile).score()).isWithin(1e-9).of(plain);
          best = Math.max(best, plain);
        }
        NabScore optimised = NabScore.optimised(series, profile);
        assertThat(optimised.score()).isWithin(1e-9).of(best);
        assertThat(NabScore.at(optimised.threshold(), series, profile).score())
            .isWithin(1e-9)
            .of(best);
      }
    }
  }

  private static double plainly(List<ScoredSeries> all, double threshold, NabProfile profile) {
    double total = 0;
    int windows = 0;
    for (ScoredSeries series : all) {
      int n = series.scores().length;
      int start = (int) Math.min(Math.floor(0.15 * n), 750);
      for (LabelledWindow window : series.windows()) {
        if (window.last() < start) {
          continue;
        }
        windows++;
        double best = -profile.falseNegative();
        for (int i = Math.max(start, window.first()); i <= window.last(); i++) {
          if (series.scores()[i] >= threshold) {
            double position = -(window.last() - i + 1.0) / window.length();
            best = Math.max(best, scaled(position) / scaled(-1));
          }
        }
        total += best;
      }
      for (int i = start; i < n; i++) {
        int step = i;
        if (series.scores()[i] >= threshold
            && series.windows().stream().noneMatch(window -> window.contains(step))) {
          LabelledWindow before =
              series.windows().stream()
                  .filter(w -> w.last() < step)
                  .reduce((a, b) -> b)
                  .orElse(null);
          double position = before == null ? 3 : (i - before.last()) / (before.length() - 1.0);
          total += profile.falsePositive() * (position >= 3 ? -1 : scaled(position));
        }
      }
    }
    double none = -profile.falseNegative() * windows;
    return 100 * (total - none) / (windows - none);
  }

  private static double scaled(double position) {
    return 2 / (1 + Math.exp(5 * position)) - 1;
  }

  @Test
  void randomScoresHaveASpread() {
    RandomDetector random =
        RandomDetector.measure(
            List.of(alarms()), 40, s -> NabScore.optimised(s, NabProfile.STANDARD).score());
    assertThat(random.deviation()).isGreaterThan(0);
    assertThat(random.high()).isGreaterThan(random.mean());
    assertThat(
            RandomDetector.measure(
                List.of(alarms()), 3, s -> s.get(0).scores()[5] < 1 ? s.get(0).scores()[5] : 9))
        .isEqualTo(RandomDetector.measure(List.of(alarms()), 3, s -> s.get(0).scores()[5]));
  }

  @Test
  void wrongWindowsAreErrors() {
    assertThrows(IllegalArgumentException.class, () -> new LabelledWindow(5, 4));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> new ScoredSeries("pump", new double[10], List.of(new LabelledWindow(8, 10)))))
        .hasMessageThat()
        .contains("pump: ");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            NabScore.optimised(
                List.of(new ScoredSeries("a", new double[9], List.of())), NabProfile.STANDARD));
  }

  @Test
  void theWindowedGaussianIsThatOfTheValuesBefore() {
    double[] values = new Random(6).doubles(60).toArray();
    double[] scores = WindowedGaussian.scores(values);
    assertThat(scores[0]).isEqualTo(0);
    for (int i = 2; i < 60; i++) {
      double[] before = Arrays.copyOf(values, i);
      double mean = Arrays.stream(before).average().orElseThrow();
      double deviation =
          Math.sqrt(Arrays.stream(before).map(v -> (v - mean) * (v - mean)).sum() / i);
      double z = Math.abs(values[i] - mean) / deviation;
      assertThat(scores[i]).isWithin(1e-9).of(1 - Math.exp(NormalTail.logTwoSided(z)) / 2);
    }
  }
}
