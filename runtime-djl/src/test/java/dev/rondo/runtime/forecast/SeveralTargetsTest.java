package dev.rondo.runtime.forecast;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.ErrorScores;
import dev.rondo.runtime.series.ForecastEvaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several numbers of one series, against loops over lists. */
class SeveralTargetsTest {
  private static final int WINDOW = 8;
  private static final int HORIZON = 3;
  private static final int STEPS = 60;
  private static final int CUT = 48;

  record Hour(double load, double wind) {}

  /** The wind is not read, so that it may be missing. */
  private static final SequenceCodec.Description<Hour> LOAD_ALONE =
      SequenceCodec.of(
          "history", RecordFeatures.<Hour>of().with("load", Features.number(Hour::load)));

  private static final ForecastDescription<Hour> BOTH =
      ForecastCodec.of(
              ForecastTarget.<Hour>of("load", Hour::load).scaled(Scaling.WINDOW),
              ForecastTarget.of("wind", Hour::wind))
          .window(WINDOW)
          .horizon(HORIZON);

  private final List<Hour> hours = new ArrayList<>();
  private final ForecastCodec<Hour> both;

  SeveralTargetsTest() {
    Random random = new Random(6);
    for (int t = 0; t < STEPS; t++) {
      // wind is missing at first and once in the last part
      double wind = t < 5 || t == 55 ? Double.NaN : 7 + 3 * random.nextGaussian();
      hours.add(new Hour(1000 + 20 * Math.sin(t) + random.nextGaussian(), wind));
    }
    both = learn(false);
  }

  private ForecastCodec<Hour> learn(boolean linear) {
    ForecastDescription.Learner<Hour> learner =
        BOTH.learner(ForecastOptions.none().withSeason(6).withLinear(linear));
    learner.add(hours.subList(0, CUT));
    return learner.build();
  }

  private ForecastSeries<Hour> series() {
    SequenceCodec.Learner<Hour> learner = LOAD_ALONE.learner();
    learner.add(hours.subList(0, CUT));
    return ForecastSeries.of(List.of(hours), learner.build(), both);
  }

  private double value(int number, int t) {
    return number == 0 ? hours.get(t).load() : hours.get(t).wind();
  }

  /** Returns mean and deviation of the values of some steps that are known. */
  private double[] moments(int number, int from, int to) {
    double[] known =
        IntStream.range(from, to)
            .mapToDouble(t -> value(number, t))
            .filter(x -> !Double.isNaN(x))
            .toArray();
    double mean = 0;
    for (double x : known) {
      mean += x / known.length;
    }
    double variance = 0;
    for (double x : known) {
      variance += (x - mean) * (x - mean) / known.length;
    }
    return new double[] {mean, Math.sqrt(variance)};
  }

  @Test
  void eachNumberIsLearnedOnTheScaleOfItsOwnComponent() {
    assertThat(both.size()).isEqualTo(HORIZON * 2);
    assertThat(both.targetSize()).isEqualTo(HORIZON * 2);
    ForecastSeries<Hour> series = series();
    double floor = 0;
    for (int t = 1; t < CUT; t++) {
      floor += Math.abs(value(0, t) - value(0, t - 1)) / (CUT - 1) / 2;
    }
    double[] all = moments(1, 0, CUT);
    int position = 30;
    ForecastWindow window = series.window(0, position);
    double[] near = moments(0, position - WINDOW, position);
    float[] target = series.target(0, position, window);
    assertThat(target).hasLength(HORIZON * 2);
    for (int h = 0; h < HORIZON; h++) {
      // what is to be added to the last value known
      double load = value(0, position + h) - value(0, position - 1);
      double wind = value(1, position + h) - value(1, position - 1);
      assertThat((double) target[2 * h]).isWithin(1e-4).of(load / (near[1] + floor));
      assertThat((double) target[2 * h + 1]).isWithin(1e-4).of(wind / all[1]);
    }
    List<Hour> answer = both.steps(target, window, step -> new Hour(step[0], step[1]));
    for (int h = 0; h < HORIZON; h++) {
      assertThat(answer.get(h).load()).isWithin(1e-3).of(value(0, position + h));
      assertThat(answer.get(h).wind()).isWithin(1e-3).of(value(1, position + h));
    }
    assertThat(series.target(0, 54, series.window(0, 54))[3]).isNaN();
  }

  /** A number that is learned beside another is learned as if it were alone. */
  @Test
  void whatIsLearnedOfANumberIsWhatItIsAlone() {
    ForecastDescription.Learner<Hour> learner =
        ForecastCodec.of(ForecastTarget.of("wind", Hour::wind))
            .window(WINDOW)
            .horizon(HORIZON)
            .learner(ForecastOptions.none());
    learner.add(hours.subList(0, CUT));
    ForecastCodec<Hour> alone = learner.build();
    ForecastCodec<Hour> linear = learn(true);
    double[][] values = linear.values("series", hours);
    double[][] wind = {values[1]};
    float[] together = linear.base(values, 20, 28, linear.levels(values, 20, 28));
    float[] expected = alone.base(wind, 20, 28, alone.levels(wind, 20, 28));
    for (int h = 0; h < HORIZON; h++) {
      assertThat(together[2 * h + 1]).isEqualTo(expected[h]);
    }
  }

  /** Scores of 0 are the last value known, whose errors a loop tells. */
  @Test
  void theBacktestMeasuresEachNumberFromEachPlaceAndTheLossIsTheMeanOverBoth() {
    ForecastSeries<Hour> series = series();
    List<Integer> asked = new ArrayList<>();
    ForecastBacktest.Measured measured =
        ForecastBacktest.of(series, both, new int[] {CUT})
            .evaluate(
                rows -> {
                  asked.add(rows.size());
                  return rows.stream().map((Steps[] row) -> new float[][] {new float[6]}).toList();
                });
    // the network is asked once for both
    assertThat(asked).containsExactly(STEPS - CUT - HORIZON + 1);
    double loss = 0;
    int all = 0;
    for (int k = 0; k < 2; k++) {
      double season = 0;
      int pairs = 0;
      for (int t = 6; t < CUT; t++) {
        double difference = Math.abs(value(k, t) - value(k, t - 6));
        if (!Double.isNaN(difference)) {
          season += difference;
          pairs++;
        }
      }
      double sum = 0;
      int count = 0;
      for (int t = CUT; t + HORIZON <= STEPS; t++) {
        int last = t - 1;
        while (Double.isNaN(value(k, last))) {
          last--;
        }
        float[] target = series.target(0, t, series.window(0, t));
        for (int h = 0; h < HORIZON; h++) {
          double error = Math.abs(value(k, t + h) - value(k, last));
          if (!Double.isNaN(error)) {
            sum += error;
            count++;
            loss += target[2 * h + k] * target[2 * h + k];
            all++;
          }
        }
      }
      ForecastEvaluation evaluation = measured.evaluations().get(k);
      ErrorScores scores = evaluation.model().all();
      assertThat(scores.values()).isEqualTo(count);
      assertThat(scores.mae()).isWithin(1e-4).of(sum / count);
      assertThat(scores.mase()).isWithin(1e-4).of(sum / count / (season / pairs));
      assertThat(evaluation.lastValue().mae()).isWithin(1e-4).of(sum / count);
    }
    assertThat(measured.loss()).isWithin(1e-6).of(loss / all);
    assertThat(measured.byName().keySet()).containsExactly("load", "wind").inOrder();
  }

  @Test
  void whatIsStoredIsRestoredOrRefused() {
    ForecastCodec<Hour> linear = learn(true);
    StoredCodec stored = linear.stored();
    assertThat(stored.settings().get("of")).isEqualTo("load wind");
    assertThat(BOTH.restore(stored).stored()).isEqualTo(stored);
    assertThat(linear.learned()).containsAtLeast("load.center", "wind.linearWeights", "horizon");
    Map<String, String> settings = new HashMap<>(stored.settings());
    settings.put("scaling", "WINDOW LOG");
    StoredCodec other = new StoredCodec(stored.kind(), settings, stored.entries());
    assertThat(assertThrows(IllegalArgumentException.class, () -> BOTH.restore(other)))
        .hasMessageThat()
        .contains("has scaling = \"WINDOW LOG\", expected WINDOW STANDARD");
    assertThat(assertThrows(IllegalArgumentException.class, () -> BOTH.quantiles(0.1, 0.5, 0.9)))
        .hasMessageThat()
        .isEqualTo("quantiles are of one number, but 2 are forecast: [load, wind]");
  }
}
