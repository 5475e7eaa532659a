package dev.rondo.it.series;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.QuantileForecast;
import dev.rondo.it.series.Models.Day;
import dev.rondo.it.series.Models.Event;
import dev.rondo.it.series.Models.Hour;
import dev.rondo.it.series.Models.Hourly;
import dev.rondo.it.series.Models.Plan;
import dev.rondo.runtime.series.Disorder;
import dev.rondo.runtime.series.Duplicates;
import dev.rondo.runtime.series.ErrorScores;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.Holes;
import dev.rondo.runtime.series.QuantileScores;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final int STEPS = 240;

  @TempDir Path folder;

  private static List<Hour> load(long seed, int steps, double level) {
    Random random = new Random(seed);
    List<Hour> hours = new ArrayList<>();
    double drift = 0;
    for (int t = 0; t < steps; t++) {
      drift = 0.9 * drift + random.nextGaussian();
      double day = 10 * Math.sin(2 * Math.PI * t / 24) + (t % 24 == 18 ? 8 : 0);
      hours.add(new Hour(START.plusHours(t), level + day + drift));
    }
    return hours;
  }

  private static float[] values(Models_LoadPredictor model, String weights) {
    return Objects.requireNonNull(model.host.weights().tensors().get(weights)).values();
  }

  @Test
  void forecastsBeatTheLastValueAndAreTheSameAlonePerBatchAndAfterLoading() {
    List<Hour> series = load(3, STEPS, 50);
    Path file = folder.resolve("load.rondo");
    try (Models_LoadPredictor model =
        Models_LoadTrainer.create().validateOnLast(0.2).fit(List.of(series))) {
      ForecastEvaluation report = model.evaluate(List.of(load(3, 300, 50)), 0.2);
      assertThat(report.season()).isEqualTo(24);
      assertThat(report.model().mae()).isLessThan(0.7 * report.lastValue().mae());
      assertThat(model.history().epochs().get(0).validationQuality()).isNotNull();
      assertThat(model.provenance().orElseThrow().toString()).contains("training series");

      double[] alone = model.next(series);
      assertThat(alone).hasLength(6);
      // the last 24 steps are read, and no others
      assertThat(model.next(series.subList(STEPS - 24, STEPS))).isEqualTo(alone);
      List<double[]> several =
          model.nextAll(List.of(series.subList(0, 3), series, series.subList(9, 40)));
      assertThat(several.get(1)).usingTolerance(1e-3).containsExactly(alone).inOrder();
      model.save(file);
      try (Models_LoadPredictor loaded = Models_LoadPredictor.load(file)) {
        assertThat(loaded.next(series)).isEqualTo(alone);
        assertThat(loaded.evaluate(List.of(series), 0.1).model())
            .isEqualTo(model.evaluate(List.of(series), 0.1).model());
      }
      assertThrows(ModelFileException.class, () -> Models_SizesPredictor.load(file));
    }
  }

  /** What an evaluation measures is what a user gets who asks at each place by itself. */
  @Test
  void theBacktestEqualsForecastsOneByOne() {
    List<Hour> series = load(5, 120, 7);
    try (Models_LoadPredictor model =
        Models_LoadTrainer.create().epochs(1).fit(List.of(series.subList(0, 90)))) {
      ForecastEvaluation report = model.evaluate(List.of(series), 0.25);
      double sum = 0;
      int origins = 0;
      double[] steps = new double[6];
      for (int t = 90; t + 6 <= 120; t++, origins++) {
        double[] forecast = model.next(series.subList(0, t));
        for (int h = 0; h < 6; h++) {
          double error = Math.abs(forecast[h] - series.get(t + h).load());
          sum += error;
          steps[h] += error;
        }
      }
      assertThat(report.origins()).isEqualTo(origins);
      assertThat(report.model().mae()).isWithin(1e-4).of(sum / origins / 6);
      List<ErrorScores> byStep = report.model().steps();
      for (int h = 0; h < 6; h++) {
        assertThat(byStep.get(h).mae()).isWithin(1e-4).of(steps[h] / origins);
      }
    }
  }

  @Test
  void aTrainingThatGoesOnKeepsWindowAndHorizonAndSaysSo() {
    List<List<Hour>> series = List.of(load(11, 90, 7));
    try (Models_LoadPredictor model = Models_LoadTrainer.create().epochs(1).fit(series)) {
      Models_LoadTrainer wider =
          Models_LoadTrainer.create().epochs(1).continueFrom(model).window(30);
      assertThat(assertThrows(IllegalStateException.class, () -> wider.fit(series)))
          .hasMessageThat()
          .isEqualTo(
              "window is 30, but the model that the training goes on from has 24, and keeps it."
                  + " Leave window(30) out, or continueFrom");
      Models_LoadTrainer longer =
          Models_LoadTrainer.create().epochs(1).continueFrom(model).horizon(7);
      assertThat(assertThrows(IllegalStateException.class, () -> longer.fit(series)))
          .hasMessageThat()
          .startsWith("horizon is 7, but the model that the training goes on from has 6");
      Models_LoadTrainer weekly =
          Models_LoadTrainer.create().epochs(1).continueFrom(model).season(7);
      assertThat(assertThrows(IllegalStateException.class, () -> weekly.fit(series)))
          .hasMessageThat()
          .startsWith(
              "season is 7, but the model that the training goes on from has the one found in the"
                  + " series, and keeps it.");
      try (Models_LoadPredictor next =
          Models_LoadTrainer.create()
              .epochs(1)
              .continueFrom(model)
              .window(24)
              .horizon(6)
              .fit(series)) {
        assertThat(next.next(series.get(0))).hasLength(6);
      }
    }
  }

  /** Nothing that is learned, and no choice but that of the epoch, may see validation data. */
  @Test
  void garbageInTheValidationPartChangesNothingThatWasLearned() {
    List<Hour> series = load(7, STEPS, 50);
    List<Hour> garbage = new ArrayList<>(series);
    Random random = new Random(1);
    for (int t = 180; t < STEPS; t++) {
      garbage.set(t, new Hour(START.plusHours(t), 1e5 * random.nextGaussian()));
    }
    Models_LoadTrainer trainer = Models_LoadTrainer.create().epochs(1).validateOnLast(0.25);
    try (Models_LoadPredictor honest = trainer.fit(List.of(series));
        Models_LoadPredictor misled = trainer.fit(List.of(garbage))) {
      assertThat(misled.learned().codecs()).isEqualTo(honest.learned().codecs());
      honest
          .host
          .weights()
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertWithMessage(name).that(values(misled, name)).isEqualTo(tensor.values()));
      assertThat(misled.next(series)).isEqualTo(honest.next(series));
      assertThat(misled.history().epochs().get(0).validationLoss())
          .isNotEqualTo(honest.history().epochs().get(0).validationLoss());
    }
  }

  /** Told what to do, a trainer learns from irregular series what it learns from regular ones. */
  @Test
  void irregularSeriesAreRefusedOrMadeRegularAsTold() {
    List<Hour> series = load(11, 120, 5);
    List<Hour> irregular = new ArrayList<>(series);
    irregular.add(40, new Hour(START.plusHours(39), 1e3)); // again
    Collections.swap(irregular, 70, 71);
    irregular.remove(100);
    TimePolicy policy =
        TimePolicy.STRICT.with(Disorder.SORT).with(Duplicates.FIRST).with(Holes.INTERPOLATE);
    Models_LoadTrainer trainer = Models_LoadTrainer.create().epochs(1);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(List.of(irregular)));
    assertThat(refused).hasMessageThat().contains("missing: 1 (2024-01-05T03:00)");

    List<Hour> regular = new ArrayList<>(series);
    double mean = (series.get(98).load() + series.get(100).load()) / 2;
    regular.set(99, new Hour(START.plusHours(99), mean));
    List<Hour> made = Models_LoadPredictor.times(policy).regular(irregular, "load");
    assertThat(made.get(99).load()).isWithin(1e-12).of(mean);
    regular.set(99, made.get(99)); // in its last bit
    assertThat(made).isEqualTo(regular);
    List<String> warnings = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {
            warnings.add(warning);
          }
        };
    try (Models_LoadPredictor plain = trainer.fit(List.of(regular));
        Models_LoadPredictor told =
            trainer.times(policy).listener(listener).fit(List.of(irregular))) {
      plain
          .host
          .weights()
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertWithMessage(name).that(values(told, name)).isEqualTo(tensor.values()));
    }
    assertThat(warnings)
        .contains(
            "series[0]: every PT1H, steps behind a later one: 1 (2024-01-03T21:00); with the stamp"
                + " of one before: 1 (2024-01-02T15:00); missing: 1 (2024-01-05T03:00); made"
                + " regular as told");
  }

  /** Hours that are forecast from days, or over a hole, would look right and be wrong. */
  @Test
  void stepsOfAnotherLengthThanThoseLearnedFromAreRefused() {
    List<Hour> series = load(1, 60, 1);
    List<Hour> days = new ArrayList<>();
    for (int t = 0; t < 60; t++) {
      days.add(new Hour(START.plusDays(t), series.get(t).load()));
    }
    List<Hour> hole = new ArrayList<>(series);
    hole.remove(50);
    try (Models_LoadPredictor model = Models_LoadTrainer.create().epochs(1).fit(List.of(series))) {
      assertThat(fails(() -> model.next(hole)))
          .isEqualTo(
              "history is not regular: every PT1H, steps missing: 1 (2024-01-03T02:00); repair it,"
                  + " or choose Holes.FORWARD, INTERPOLATE or MISSING");
      // before the 24 steps that are read nothing matters
      assertThat(model.next(hole.subList(0, 50))).isEqualTo(model.next(series.subList(0, 50)));
      List<Hour> early = new ArrayList<>(series);
      early.remove(20);
      assertThat(model.next(early)).isEqualTo(model.next(series));
      assertThat(fails(() -> model.next(days))).startsWith("history is not regular: every PT1H");
      assertThat(fails(() -> model.nextAll(List.of(series, days)))).contains("every PT1H");
      assertThat(fails(() -> model.evaluate(List.of(series, days))))
          .startsWith("series[1] is not regular: every PT1H");
    }
    assertThat(fails(() -> Models_LoadTrainer.create().fit(List.of(series, days))))
        .startsWith("series[1] is not regular: every PT1H");
  }

  /** What a training that was stopped goes on to is what it had become. */
  @Test
  void aTrainingGoesOnFromItsCheckpointBitForBit() {
    List<Hour> series = load(13, 100, 5);
    Path checkpoint = folder.resolve("load.checkpoint");
    Models_LoadTrainer stopped =
        Models_LoadTrainer.create().epochs(2).validateOnLast(0.2).checkpoint(checkpoint);
    stopped.listener(
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            stopped.stop();
          }
        });
    stopped.fit(List.of(series)).close();
    assertThat(Files.exists(checkpoint)).isTrue();
    try (Models_LoadPredictor resumed =
            Models_LoadTrainer.create()
                .epochs(2)
                .validateOnLast(0.2)
                .checkpoint(checkpoint)
                .fit(List.of(series));
        Models_LoadPredictor whole =
            Models_LoadTrainer.create().epochs(2).validateOnLast(0.2).fit(List.of(series))) {
      assertThat(resumed.history().epochs()).hasSize(2);
      assertThat(resumed.next(series)).isEqualTo(whole.next(series));
    }
    assertThat(Files.exists(checkpoint)).isFalse();
  }

  /** A level that training never saw: what the window is scaled by moves with it. */
  @Test
  void levelsThatShiftAreForecastOnTheirOwnLevel() {
    List<Hour> series = load(11, STEPS, 50);
    List<Hour> shifted =
        series.stream().map(hour -> new Hour(hour.at(), hour.load() + 4_000)).toList();
    try (Models_LoadPredictor model =
        Models_LoadTrainer.create().linear(false).fit(List.of(series))) {
      double[] forecast = model.next(series);
      double[] moved = model.next(shifted);
      for (int h = 0; h < 6; h++) {
        assertThat(moved[h] - 4_000).isWithin(0.02).of(forecast[h]);
      }
    }
  }

  @Test
  void manySeriesOfDifferentLengthsAreLearnedTogether() {
    List<List<Hour>> many = new ArrayList<>();
    for (int s = 0; s < 40; s++) {
      many.add(load(s, 5 + s, 10 * s));
    }
    many.add(List.of());
    List<String> lines = new ArrayList<>();
    try (Models_LoadPredictor model =
        Models_LoadTrainer.create()
            .epochs(2)
            .window(10)
            .horizon(3)
            .season(24)
            .validateOn(List.of(load(77, 30, 9), load(78, 3, 9)))
            .listener(TrainingListener.lines(lines::add))
            .fit(many)) {
      assertThat(model.next(load(99, 2, 5))).hasLength(3);
      assertThat(model.next(load(99, 1, 5))).hasLength(3);
      assertThat(model.evaluate(many, 0.4).series()).isGreaterThan(20);
      // (25 - 10 / 2) + … : steps less horizon less half a window, of all series
      assertThat(lines.toString()).contains("validation loss");
    }
  }

  /** The time since the last step is unknown at the first step that the network sees. */
  @Test
  void whatLooksBackIsReadFromTheStartOfTheWindow() {
    List<Event> events = new ArrayList<>();
    Random random = new Random(2);
    LocalDateTime at = START;
    for (int t = 0; t < 60; t++) {
      at = at.plusMinutes(1 + random.nextInt(500));
      events.add(new Event(at, random.nextFloat()));
    }
    try (Models_SizesPredictor model = Models_SizesTrainer.create().fit(List.of(events))) {
      assertThat(model.next(events)).isEqualTo(model.next(events.subList(55, 60)));
      double sum = 0;
      int count = 0;
      for (int t = 48; t + 2 <= 60; t++) {
        float[] forecast = model.next(events.subList(0, t));
        for (int h = 0; h < 2; h++, count++) {
          sum += Math.abs(forecast[h] - events.get(t + h).size());
        }
      }
      assertThat(model.evaluate(List.of(events)).model().mae()).isWithin(1e-6).of(sum / count);
    }
  }

  @Test
  void whatCannotBeForecastFromIsToldByItsPlace() {
    List<Hour> series = load(1, 60, 1);
    try (Models_LoadPredictor model = Models_LoadTrainer.create().epochs(1).fit(List.of(series))) {
      assertThat(fails(() -> model.next(List.of())))
          .isEqualTo("history is empty, but a forecast needs at least one step that is known");
      List<Hour> infinite = new ArrayList<>(series);
      infinite.set(59, new Hour(START, Double.POSITIVE_INFINITY));
      assertThat(fails(() -> model.next(infinite)))
          .isEqualTo("history[23].load is Infinity, expected a finite number");
      assertThat(fails(() -> model.evaluate(List.of(series), 0)))
          .isEqualTo("share is 0.0, must be above 0 and at most 1");
      assertThat(fails(() -> model.evaluate(List.of()))).isEqualTo("there is no series");
      assertThat(fails(() -> model.evaluate(List.of(series), 0.05)))
          .contains("no series has 6 steps after its cut");
    }
    assertThat(fails(() -> Models_LoadTrainer.create().fit(List.of(series.subList(0, 6)))))
        .isEqualTo(
            "there is nothing to learn from: a training series needs more steps than the horizon,"
                + " 6, but the longest has 6");
    assertThat(fails(() -> Models_LoadTrainer.create().fit(List.of())))
        .contains("there is no series");
    assertThat(fails(() -> Models_LoadTrainer.create().window(0)))
        .isEqualTo("steps is 0, must be at least 1");
    List<Hour> holes = new ArrayList<>(series);
    holes.remove(20);
    assertThat(fails(() -> Models_LoadTrainer.create().fit(List.of(series, holes))))
        .contains("series[1]");
    List<Hour> broken = new ArrayList<>(series);
    broken.set(30, new Hour(START, Double.POSITIVE_INFINITY));
    assertThat(fails(() -> Models_LoadTrainer.create().fit(List.of(series, broken))))
        .isEqualTo("history[30].load is Infinity, expected a finite number");
  }

  private static List<Day> sales(long seed, int steps) {
    Random random = new Random(seed);
    List<Day> days = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double noise = (t % 7 < 2 ? 8 : 2) * random.nextGaussian();
      // all were ordered long ago on one day, which is no time of a series
      days.add(
          new Day(
              DAY.minusDays(40),
              DAY.plusDays(t),
              (float) (100 + 20 * Math.sin(t * Math.PI / 3.5) + noise)));
    }
    return days;
  }

  /** The noise of two days of a week is four times that of the others, and is Gaussian. */
  @Test
  void quantilesDoNotCrossAndCoverAfterCalibrationWhatTheyPromise() {
    List<Day> series = sales(4, 300);
    Path file = folder.resolve("sales.rondo");
    Models_SalesTrainer trainer =
        Models_SalesTrainer.create().validateOnLast(0.25).calibrateIntervals(true);
    try (Models_SalesPredictor model = trainer.fit(List.of(series))) {
      List<Day> all = sales(4, 420);
      QuantileScores scores = model.evaluate(List.of(all), 2 / 7.0).quantiles().orElseThrow();
      assertThat(scores.levels()).containsExactly(0.1, 0.5, 0.9).inOrder();
      assertThat(scores.intervals().get(0).coverage()).isWithin(0.12).of(0.8);

      QuantileForecast forecast = model.next(all.subList(0, 400));
      assertThat(forecast.times())
          .containsExactly(
              DAY.plusDays(400), DAY.plusDays(401), DAY.plusDays(402), DAY.plusDays(403))
          .inOrder();
      for (int h = 0; h < 4; h++) {
        assertThat(forecast.quantile(0.1)[h]).isAtMost(forecast.median()[h]);
        assertThat(forecast.median()[h]).isAtMost(forecast.quantile(0.9)[h]);
      }
      model.save(file);
      try (Models_SalesPredictor loaded = Models_SalesPredictor.load(file)) {
        assertThat(loaded.next(all.subList(0, 400))).isEqualTo(forecast);
        // one step is enough: how far they are apart is known from training
        assertThat(loaded.next(all.subList(0, 1)).times().get(3)).isEqualTo(DAY.plusDays(4));
      }
    }
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () -> Models_SalesTrainer.create().calibrateIntervals(true).fit(List.of(series))))
        .hasMessageThat()
        .contains("there is no validation data");
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () ->
                    Models_LoadTrainer.create()
                        .validateOnLast(0.2)
                        .calibrateIntervals(true)
                        .fit(List.of(load(1, 90, 1)))))
        .hasMessageThat()
        .contains("forecasts no quantiles");
  }

  /** The intervals of a network are moved for it alone. */
  @Test
  void aTrainingThatGoesOnLeavesTheIntervalsOfItsModelAndHasItsOwn() {
    List<Day> series = sales(4, 300);
    try (Models_SalesPredictor plain = Models_SalesTrainer.create().epochs(1).fit(List.of(series));
        Models_SalesPredictor moved =
            Models_SalesTrainer.create()
                .epochs(1)
                .validateOnLast(0.25)
                .calibrateIntervals(true)
                .fit(List.of(series))) {
      QuantileForecast before = plain.next(series);
      try (Models_SalesPredictor next =
          Models_SalesTrainer.create()
              .epochs(1)
              .continueFrom(plain)
              .validateOnLast(0.25)
              .calibrateIntervals(true)
              .fit(List.of(series))) {
        assertThat(next.learned().codecs().toString()).contains("margins");
        assertThat(plain.next(series)).isEqualTo(before);
        assertThat(plain.learned().codecs().toString()).doesNotContain("margins");
      }
      try (Models_SalesPredictor next =
          Models_SalesTrainer.create().epochs(1).continueFrom(moved).fit(List.of(series))) {
        assertThat(next.learned().codecs().toString()).doesNotContain("margins");
        assertThat(moved.learned().codecs().toString()).contains("margins");
      }
    }
  }

  /** Whether a step is open nobody could tell from the history: it is drawn. */
  @Test
  void whatIsKnownInAdvanceIsReadAtEachStepThatIsForecast() {
    Random random = new Random(8);
    List<Hourly> hours = new ArrayList<>();
    for (int t = 0; t < 400; t++) {
      boolean open = random.nextBoolean();
      double visitors = 50 + (open ? 20 : 0) + random.nextGaussian();
      hours.add(new Hourly(START.plusHours(t), open, visitors));
    }
    Path file = folder.resolve("visitors.rondo");
    try (Models_VisitorsPredictor model =
        Models_VisitorsTrainer.create().fit(List.of(hours.subList(0, 320)))) {
      ForecastEvaluation report = model.evaluate(List.of(hours), 0.2);
      assertThat(report.model().mae()).isLessThan(0.5 * report.bestBaseline().mae());
      List<Hourly> known = hours.subList(0, 330);
      List<Plan> plans =
          hours.subList(330, 334).stream().map(h -> new Plan(h.open(), h.at())).toList();
      double[] forecast = model.next(known, plans);
      assertThat(forecast).hasLength(4);
      List<double[]> all =
          model.nextAll(
              List.of(
                  new Models_VisitorsInput(known, plans),
                  new Models_VisitorsInput(hours.subList(0, 5), plans)));
      assertThat(all.get(0)).usingTolerance(1e-3).containsExactly(forecast).inOrder();
      model.save(file);
      try (Models_VisitorsPredictor loaded = Models_VisitorsPredictor.load(file)) {
        assertThat(loaded.next(known, plans)).isEqualTo(forecast);
      }
      double sum = 0;
      for (int t = 320; t + 4 <= 400; t++) {
        List<Plan> then =
            hours.subList(t, t + 4).stream().map(h -> new Plan(h.open(), h.at())).toList();
        double[] at = model.next(hours.subList(0, t), then);
        for (int h = 0; h < 4; h++) {
          sum += Math.abs(at[h] - hours.get(t + h).visitors());
        }
      }
      assertThat(report.model().mae()).isWithin(1e-3).of(sum / (4 * report.origins()));
      assertThat(fails(() -> model.next(known, plans.subList(0, 3))))
          .isEqualTo("plans has 3 steps, expected one for each of the 4 that are forecast");
    }
  }

  private static String fails(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
