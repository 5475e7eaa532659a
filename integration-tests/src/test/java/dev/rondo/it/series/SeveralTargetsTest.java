package dev.rondo.it.series;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.it.series.Models.Opening;
import dev.rondo.it.series.Models.Outlook;
import dev.rondo.it.series.Models.Shop;
import dev.rondo.it.series.Models.Takings;
import dev.rondo.it.series.Models.Weather;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that forecast several numbers at once. */
class SeveralTargetsTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  @TempDir Path folder;

  /** The load of an hour follows the temperature of six hours ago. */
  private static List<Weather> weather(long seed, int steps) {
    Random random = new Random(seed);
    List<Weather> hours = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double temperature = 10 + 8 * Math.sin(2 * Math.PI * t / 24) + random.nextGaussian();
      double before = t < 6 ? 10 : hours.get(t - 6).temperature();
      double load = 400 - 9 * before + random.nextGaussian();
      hours.add(new Weather(START.plusHours(t), temperature, (float) load));
    }
    return hours;
  }

  private static double of(int target, Weather hour) {
    return target == 0 ? hour.load() : hour.temperature();
  }

  private static double of(int target, Outlook step) {
    return target == 0 ? step.load() : step.temperature();
  }

  @Test
  void bothNumbersBeatTheLastValueAndAreMeasuredAsALoopDoes() {
    List<Weather> series = weather(4, 300);
    Path file = folder.resolve("both.rondo");
    Map<String, ForecastEvaluation> told = new LinkedHashMap<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onForecasts(Map<String, ForecastEvaluation> evaluations) {
            told.putAll(evaluations);
          }
        };
    try (Models_BothPredictor model =
        Models_BothTrainer.create()
            .validateOnLast(0.2)
            .listener(listener)
            .fit(List.of(series.subList(0, 240)))) {
      assertThat(told.keySet()).containsExactly("load", "temperature").inOrder();
      assertThat(model.history().epochs().get(0).validationQuality()).isNotNull();
      Models_BothEvaluation report = model.evaluate(List.of(series), 0.2);
      List<ForecastEvaluation> targets = List.of(report.load(), report.temperature());
      double scaled = 0;
      for (int k = 0; k < 2; k++) {
        ForecastEvaluation target = targets.get(k);
        assertThat(target.season()).isEqualTo(24);
        assertThat(target.model().mae()).isLessThan(0.7 * target.lastValue().mae());
        double own = 0;
        double last = 0;
        for (int t = 240; t + 6 <= 300; t++) {
          List<Outlook> forecast = model.next(series.subList(0, t));
          assertThat(forecast).hasSize(6);
          for (int h = 0; h < 6; h++) {
            double actual = of(k, series.get(t + h));
            own += Math.abs(of(k, forecast.get(h)) - actual);
            last += Math.abs(of(k, series.get(t - 1)) - actual);
          }
        }
        double season = 0;
        for (int t = 24; t < 240; t++) {
          season += Math.abs(of(k, series.get(t)) - of(k, series.get(t - 24))) / (240 - 24);
        }
        assertThat(target.origins()).isEqualTo(55);
        assertThat(target.model().mae()).isWithin(1e-4).of(own / 55 / 6);
        assertThat(target.lastValue().mae()).isWithin(1e-4).of(last / 55 / 6);
        scaled += own / 55 / 6 / season / 2;
      }
      assertThat(report.mase()).isWithin(1e-4).of(scaled);
      assertThat(report.toString()).contains("mean MASE: model ");

      List<Outlook> alone = model.next(series);
      List<List<Outlook>> all = model.nextAll(List.of(series.subList(0, 3), series));
      for (int h = 0; h < 6; h++) {
        assertThat(all.get(1).get(h).load()).isWithin(1e-2f).of(alone.get(h).load());
        assertThat(all.get(1).get(h).temperature()).isWithin(1e-3).of(alone.get(h).temperature());
      }
      model.save(file);
      try (Models_BothPredictor loaded = Models_BothPredictor.load(file)) {
        assertThat(loaded.next(series)).isEqualTo(alone);
      }
    }
  }

  /** A level that moves moves what is forecast of it, and nothing else. */
  @Test
  void onlyTheNumberThatIsScaledByItsWindowMovesWithItsLevel() {
    List<Weather> series = weather(5, 150);
    List<Weather> shifted =
        series.stream().map(h -> new Weather(h.at(), h.temperature(), h.load() + 4_000)).toList();
    try (Models_BothPredictor model =
        Models_BothTrainer.create().epochs(1).linear(false).fit(List.of(series))) {
      List<Outlook> forecast = model.next(series);
      List<Outlook> moved = model.next(shifted);
      for (int h = 0; h < 6; h++) {
        assertThat(moved.get(h).load() - 4_000).isWithin(0.1f).of(forecast.get(h).load());
        assertThat(moved.get(h).temperature()).isWithin(1e-2).of(forecast.get(h).temperature());
      }
    }
  }

  /** Whether a step is open nobody could tell from the history: it is drawn. */
  @Test
  void bothNumbersReadWhatIsKnownInAdvance() {
    Random random = new Random(8);
    List<Shop> days = new ArrayList<>();
    for (int t = 0; t < 400; t++) {
      boolean open = random.nextBoolean();
      double visitors = 50 + (open ? 20 : 0) + random.nextGaussian();
      days.add(new Shop(open, visitors, (open ? 5 : 1) + 0.2 * random.nextGaussian()));
    }
    try (Models_OpeningsPredictor model =
        Models_OpeningsTrainer.create().fit(List.of(days.subList(0, 320)))) {
      Models_OpeningsEvaluation report = model.evaluate(List.of(days), 0.2);
      for (ForecastEvaluation target : List.of(report.sold(), report.visitors())) {
        assertWithMessage(report.toString())
            .that(target.model().mae())
            .isLessThan(0.5 * target.bestBaseline().mae());
      }
      List<Opening> openings =
          days.subList(330, 334).stream().map(day -> new Opening(day.open())).toList();
      List<Takings> forecast = model.next(days.subList(0, 330), openings);
      for (int h = 0; h < 4; h++) {
        boolean open = openings.get(h).open();
        assertThat(forecast.get(h).sold() > 3).isEqualTo(open);
        assertThat(forecast.get(h).visitors() > 60).isEqualTo(open);
      }
    }
  }
}
