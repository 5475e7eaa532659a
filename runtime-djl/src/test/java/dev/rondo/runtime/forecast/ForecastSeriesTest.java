package dev.rondo.runtime.forecast;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Windows and targets, against what a loop over lists gives. */
class ForecastSeriesTest {
  private static final int WINDOW = 7;
  private static final int HORIZON = 3;

  record Point(double load, float other) {}

  private static final SequenceCodec.Description<Point> HISTORY =
      SequenceCodec.of(
          "history",
          RecordFeatures.<Point>of()
              .with("load", Features.<Point>number(Point::load).scaled(Scaling.WINDOW))
              .with("other", Features.number(Point::other)));

  private static final ForecastTarget<Point> OF_LOAD =
      ForecastTarget.<Point>of("load", Point::load).scaled(Scaling.WINDOW);

  private static final ForecastDescription<Point> LOAD =
      ForecastCodec.of(OF_LOAD).window(WINDOW).horizon(HORIZON);

  private final List<List<Point>> series = new ArrayList<>();
  private final SequenceCodec<Point> history;

  ForecastSeriesTest() {
    Random random = new Random(4);
    for (int length : new int[] {40, 3, 0, 12, 6, 4}) {
      List<Point> points = new ArrayList<>();
      for (int t = 0; t < length; t++) {
        points.add(new Point(100 + 5 * t + random.nextGaussian(), random.nextFloat()));
      }
      series.add(points);
    }
    SequenceCodec.Learner<Point> learner = HISTORY.learner();
    series.forEach(learner::add);
    history = learner.build();
  }

  private ForecastCodec<Point> codec(ForecastOptions options) {
    ForecastDescription.Learner<Point> learner = LOAD.learner(options);
    series.forEach(learner::add);
    return learner.build();
  }

  private static double floor(List<List<Point>> series) {
    double sum = 0;
    int pairs = 0;
    for (List<Point> points : series) {
      for (int t = 1; t < points.size(); t++, pairs++) {
        sum += Math.abs(points.get(t).load() - points.get(t - 1).load());
      }
    }
    return sum / pairs / 2;
  }

  @Test
  void rowsAreAllWindowsWithTheHorizonBehindAndHalfAWindowBefore() {
    ForecastCodec<Point> load = codec(ForecastOptions.none().withLinear(false));
    ForecastSeries<Point> known = ForecastSeries.of(series, history, load);
    int[] cuts = {30, 3, 0, 12, 6, 4};
    Rows<Steps[], float[][]> rows = ForecastRows.of(known, load, cuts);
    Map<String, float[]> expected = new HashMap<>();
    double floor = floor(series);
    for (int s = 0; s < cuts.length; s++) {
      int longest = cuts[s] - HORIZON;
      // half a window, rounded up, is 4; a series with 2 steps before the horizon begins with 1
      int least = Math.max(1, (Math.min(WINDOW, longest) + 1) / 2);
      for (int t = least; t <= longest; t++) {
        List<Point> window = series.get(s).subList(Math.max(0, t - WINDOW), t);
        double mean = window.stream().mapToDouble(Point::load).average().orElseThrow();
        double variance =
            window.stream().mapToDouble(p -> Math.pow(p.load() - mean, 2)).average().orElseThrow();
        double spread = Math.sqrt(variance) + floor;
        float[] target = new float[HORIZON];
        double last = window.get(window.size() - 1).load();
        for (int h = 0; h < HORIZON; h++) {
          target[h] = (float) ((series.get(s).get(t + h).load() - last) / spread);
        }
        StringBuilder key = new StringBuilder();
        for (Point point : window) {
          key.append(Math.round(1000 * (point.load() - mean) / spread)).append(' ');
        }
        expected.put(key.toString(), target);
      }
    }
    assertThat(rows.size()).isEqualTo(expected.size());
    for (Batch<Steps[], float[][]> batch : rows.epoch(1, 1, 4)) {
      for (int i = 0; i < batch.size(); i++) {
        Steps steps = batch.inputs().get(i)[0];
        float[] features = steps.features();
        StringBuilder key = new StringBuilder();
        for (int t = 0; t < steps.length(); t++) {
          key.append(Math.round(1000 * features[t * steps.width()])).append(' ');
        }
        float[] target = expected.remove(key.toString());
        assertThat(target).isNotNull();
        assertThat(batch.expected().get(i)[0]).usingTolerance(1e-3).containsExactly(target);
      }
    }
    assertThat(expected).isEmpty();
  }

  @Test
  void aWindowIsAViewThatEqualsTheHistoryEncodedAlone() {
    ForecastCodec<Point> load = codec(ForecastOptions.none());
    ForecastSeries<Point> known = ForecastSeries.of(series, history, load);
    for (int t = 1; t <= 40; t++) {
      ForecastWindow view = known.window(0, t);
      ForecastWindow alone =
          ForecastSeries.window(series.get(0).subList(0, t), "history", history, load);
      assertThat(view.inputs()[0].features()).isEqualTo(alone.inputs()[0].features());
      assertThat(view.inputs()[0].symbols()).isEqualTo(alone.inputs()[0].symbols());
      assertThat(view.base()).isEqualTo(alone.base());
      assertThat(view.levels()).isEqualTo(alone.levels());
    }
    assertThat(known.window(0, 30).inputs()[0].length()).isEqualTo(WINDOW);
  }

  /** Scores of 0 are the linear forecast; those of the targets are the values themselves. */
  @Test
  void answersAreTargetsTurnedBack() {
    for (boolean linear : new boolean[] {true, false}) {
      ForecastCodec<Point> load = codec(ForecastOptions.none().withLinear(linear));
      ForecastSeries<Point> known = ForecastSeries.of(series, history, load);
      ForecastWindow window = known.window(0, 20);
      double[] answer = load.forecast(known.target(0, 20, window), window);
      for (int h = 0; h < HORIZON; h++) {
        assertThat(answer[h]).isWithin(1e-4).of(series.get(0).get(20 + h).load());
      }
      double[] base = load.forecast(new float[HORIZON], window);
      if (linear) {
        // the trend is 5 a step
        assertThat(base[2] - base[0]).isWithin(3).of(10);
      } else {
        assertThat(base)
            .usingTolerance(1e-4)
            .containsExactly(
                new double[] {
                  series.get(0).get(19).load(),
                  series.get(0).get(19).load(),
                  series.get(0).get(19).load()
                });
      }
    }
  }

  @Test
  void aMissingValueIsNotLearnedAndNotPartOfALevel() {
    List<Point> points = new ArrayList<>(series.get(0));
    points.set(25, new Point(Double.NaN, 0));
    double[][] all = codec(ForecastOptions.none()).values("series", points);
    double[] values = all[0];
    ForecastCodec<Point> load = codec(ForecastOptions.none());
    ForecastWindow window =
        new ForecastWindow(new Steps[0], load.levels(all, 20, 27), new float[HORIZON], List.of());
    assertThat(window.levels().get(0).center())
        .isWithin(1e-9)
        .of((values[20] + values[21] + values[22] + values[23] + values[24] + values[26]) / 6);
    assertThat(load.target(all, 24, window)[1]).isNaN();
    assertThat(load.target(all, 24, window)[0]).isFinite();
    assertThat(load.base(all, 22, 26, window.levels())).hasLength(HORIZON);
  }

  @Test
  void aWindowThatStandsStillHasAScale() {
    List<Point> still = Collections.nCopies(9, new Point(42, 0));
    ForecastCodec<Point> load = codec(ForecastOptions.none().withLinear(false));
    ForecastWindow window = ForecastSeries.window(still, "history", history, load);
    assertThat(window.levels().get(0).center()).isEqualTo(42.0);
    assertThat(window.levels().get(0).spread()).isWithin(1e-9).of(floor(series));
    assertThat(load.forecast(new float[] {0, 0, 1}, window))
        .usingTolerance(1e-9)
        .containsExactly(new double[] {42, 42, 42 + floor(series)});
  }

  @Test
  void whatIsStoredIsRestoredOrRefused() {
    ForecastCodec<Point> load = codec(ForecastOptions.none().withSeason(5));
    StoredCodec stored = load.stored();
    ForecastCodec<Point> again = LOAD.restore(stored);
    assertThat(again.stored()).isEqualTo(stored);
    assertThat(again.season()).isEqualTo(5);
    ForecastWindow window = ForecastSeries.window(series.get(0), "history", history, load);
    assertThat(again.forecast(new float[HORIZON], window))
        .isEqualTo(load.forecast(new float[HORIZON], window));
    refuses(stored, "horizon", "0", "has horizon = \"0\", expected 1 to 1048576");
    refuses(stored, "window", "1.5", "has window = \"1.5\", expected 1 to 1048576");
    refuses(stored, "floor", "-1", "has floor = \"-1.0\", expected 0 or more");
    refuses(stored, "scaling", "LOG", "has scaling = \"LOG\", expected WINDOW");
    refuses(stored, "of", "price", "has of = \"price\", expected load");
    refuses(stored, "linearWeights", "1 2", "has 2 numbers in linearWeights");
    refuses(stored, "linearScale", "0", "scale 0.0");
  }

  private static void refuses(StoredCodec stored, String setting, String value, String message) {
    Map<String, String> settings = new HashMap<>(stored.settings());
    settings.put(setting, value);
    StoredCodec damaged = new StoredCodec(stored.kind(), settings, stored.entries());
    assertThat(assertThrows(IllegalArgumentException.class, () -> LOAD.restore(damaged)))
        .hasMessageThat()
        .contains(message);
  }

  private record Sensor(List<Point> points, float height) {}

  private static Steps vector(float height) {
    return Steps.of(1, new float[] {height}, 1, new int[0], 0);
  }

  private ForecastSeries<Point> sensors(float height) {
    List<Sensor> sensors = List.of(new Sensor(series.get(0), 1), new Sensor(series.get(3), height));
    return ForecastSeries.of(
        sensors,
        history,
        codec(ForecastOptions.none()),
        new Known<>(history, point -> point),
        new SeriesConstants<>(Sensor::points, sensor -> new Steps[] {vector(sensor.height())}));
  }

  /** A row is the history, then what is known in advance, then what is constant. */
  @Test
  void constantsStandBehindAllElseInARowAndTellSeriesApart() {
    ForecastSeries<Point> sensors = sensors(7);
    Steps[] inputs = sensors.window(1, 5).inputs();
    assertThat(inputs).hasLength(3);
    assertThat(inputs[0].length()).isEqualTo(5);
    assertThat(inputs[1].length()).isEqualTo(HORIZON);
    assertThat(inputs[2].features()).isEqualTo(new float[] {7});
    assertThat(sensors.window(0, 9).inputs()[2].features()).isEqualTo(new float[] {1});
    List<Integer> all = List.of(0, 1);
    Fingerprint fingerprint = Fingerprint.of(all, sensors::row);
    assertThat(Fingerprint.of(all, sensors(7)::row)).isEqualTo(fingerprint);
    assertThat(Fingerprint.of(all, sensors(8)::row)).isNotEqualTo(fingerprint);
  }
}
