package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a calibration error is by chance; needs no engine. */
class CalibrationReportTest {
  private static CalibrationReport report(Random random, int examples, double shift) {
    CalibrationBins bins = new CalibrationBins();
    for (int i = 0; i < examples; i++) {
      double probability = 0.5 + random.nextDouble() / 2;
      bins.add(probability, random.nextDouble() < probability - shift);
    }
    return bins.report();
  }

  /** Each answer drawn by itself, without bins in between. */
  @Test
  void theBandIsThatOfAnswersDrawnOneByOne() {
    Random random = new Random(4);
    double[] probabilities =
        random.doubles(872, 0.5, 1).map(p -> Math.min(1, p * p + 0.1)).toArray();
    CalibrationBins given = new CalibrationBins();
    for (double probability : probabilities) {
      given.add(probability, true);
    }
    double[] errors = new double[4_000];
    for (int draw = 0; draw < errors.length; draw++) {
      double[] off = new double[15];
      for (double probability : probabilities) {
        int bin = (int) Math.ceil(probability * 15) - 1;
        off[bin] += (random.nextDouble() < probability ? 1 : 0) - probability;
      }
      errors[draw] = Arrays.stream(off).map(Math::abs).sum() / probabilities.length;
    }
    Arrays.sort(errors);
    CalibrationReport.Band band = given.report().byChance(0.95);
    assertThat(band.low()).isWithin(0.0015).of(errors[(int) (errors.length * 0.025)]);
    assertThat(band.high()).isWithin(0.0015).of(errors[(int) (errors.length * 0.975)]);
    assertThat(given.report().byChance(0.95)).isEqualTo(band);
    assertThat(given.report().byChance(0.5).high()).isLessThan(band.high());
  }

  @Test
  void modelsThatAreRightAsOftenAsTheySayLieWithinItNineteenTimesInTwenty() {
    Random random = new Random(9);
    int within = 0;
    for (int i = 0; i < 200; i++) {
      CalibrationReport report = report(random, 500, 0);
      within += report.byChance(0.95).contains(report.error()) ? 1 : 0;
    }
    // 190 expected; 4 standard deviations are 12
    assertThat(within).isIn(Range.closed(178, 200));
  }

  @Test
  void modelsThatAreTooSureLieAboveIt() {
    Random random = new Random(2);
    for (int i = 0; i < 20; i++) {
      CalibrationReport report = report(random, 2_000, 0.15);
      assertThat(report.error()).isGreaterThan(report.byChance(0.95).high());
    }
  }

  @Test
  void countsAreDrawnFromTheBinomialDistribution() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] cases = {{1, 0.5}, {20, 0.03}, {300, 0.4}, {300, 0.9}, {5_000, 0.3}, {40, 0.999}};
    for (double[] of : cases) {
      List<Double> drawn = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        drawn.add(CalibrationReport.drawn((long) of[0], of[1], random));
      }
      double mean = drawn.stream().mapToDouble(d -> d).average().orElseThrow();
      double variance =
          drawn.stream().mapToDouble(d -> (d - mean) * (d - mean)).average().orElseThrow();
      double expected = of[0] * of[1] * (1 - of[1]);
      assertThat(mean).isWithin(5 * Math.sqrt(expected / 20_000)).of(of[0] * of[1]);
      assertThat(variance).isWithin(0.12 * expected).of(expected);
      assertThat(drawn.stream().allMatch(d -> d >= 0 && d <= of[0] && d == Math.rint(d))).isTrue();
    }
    assertThat(CalibrationReport.drawn(10, 0, random)).isEqualTo(0.0);
    assertThat(CalibrationReport.drawn(10, 1, random)).isEqualTo(10.0);
  }

  @Test
  void binsTellAReliabilityDiagram() {
    CalibrationBins bins = new CalibrationBins();
    bins.add(0.95, true);
    bins.add(0.99, false);
    bins.add(0.5, true);
    List<CalibrationReport.Bin> found = bins.report().bins();
    assertThat(found).hasSize(2);
    assertThat(found.get(1).from()).isEqualTo(14.0 / 15);
    assertThat(found.get(1).to()).isEqualTo(1.0);
    assertThat(found.get(1).examples()).isEqualTo(2);
    assertThat(found.get(1).probability()).isWithin(1e-12).of(0.97);
    assertThat(found.get(1).share()).isEqualTo(0.5);
  }

  @Test
  void itIsALine() {
    assertThat(report(new Random(1), 300, 0.1).toString())
        .matches("calibration error 0\\.\\d{4} \\(0\\.\\d{4} to 0\\.\\d{4} by chance\\)");
    assertThat(new CalibrationBins().report().toString()).isEqualTo("calibration error NaN");
    for (double share : new double[] {0, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new CalibrationBins().report().byChance(share));
    }
  }
}
