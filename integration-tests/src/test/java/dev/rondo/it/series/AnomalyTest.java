package dev.rondo.it.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Anomaly;
import dev.rondo.it.series.AnomalyModels.Line;
import dev.rondo.it.series.AnomalyModels.Metrics;
import dev.rondo.it.series.AnomalyModels.Phase;
import dev.rondo.runtime.anomaly.AnomalySession;
import dev.rondo.runtime.store.ModelFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyTest {
  private static final List<Phase> PHASES = List.of(Phase.values());
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  @TempDir Path folder;

  /** A load with a daily season, a queue that follows it, and phases in turn. */
  private static List<Metrics> ordinary(long seed, int steps) {
    Random random = new Random(seed);
    List<Metrics> all = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double load = 50 + 10 * Math.sin(2 * Math.PI * t / 24) + random.nextGaussian();
      Integer queue = random.nextInt(20) == 0 ? null : (int) Math.round(load / 5);
      all.add(new Metrics(START.plusHours(t), (float) load, queue, PHASES.get(t / 2 % 4)));
    }
    return all;
  }

  private static List<Metrics> with(List<Metrics> steps, int at, Metrics other) {
    List<Metrics> changed = new ArrayList<>(steps);
    changed.set(at, other);
    return changed;
  }

  @Test
  void faultsStandOutAreNamedAndSoTheyAreInSessionsAndAfterLoading() {
    Path file = folder.resolve("watch.rondo");
    List<Metrics> stream = ordinary(5, 150);
    Metrics was = stream.get(120);
    List<Metrics> spike =
        with(stream, 120, new Metrics(was.at(), was.load() + 25, was.queue(), was.phase()));
    Phase wrong = PHASES.get((PHASES.indexOf(was.phase()) + 2) % 4);
    List<Metrics> order = with(stream, 120, new Metrics(was.at(), was.load(), was.queue(), wrong));
    try (AnomalyModels_WatchPredictor model =
        AnomalyModels_WatchTrainer.create().seed(3).fit(List.of(ordinary(1, 700)))) {
      List<Anomaly> ordinary = model.anomalies(stream);
      assertThat(ordinary).hasSize(150);
      assertThat(ordinary.subList(0, 10).stream().noneMatch(Anomaly::scored)).isTrue();
      assertThat(ordinary.subList(40, 150).stream().filter(a -> a.score() > 3).count()).isAtMost(3);

      Anomaly atSpike = model.anomalies(spike).get(120);
      assertThat(atSpike.score()).isGreaterThan(3.5);
      assertThat(atSpike.parts().get(0).component()).isEqualTo("load");
      Anomaly.ExpectedNumber foretold = (Anomaly.ExpectedNumber) atSpike.parts().get(0).expected();
      assertThat(foretold.mean()).isWithin(6).of(was.load());
      assertThat(model.score(spike.subList(0, 121))).isWithin(1e-3).of(atSpike.score());

      Anomaly atOrder = model.anomalies(order).get(120);
      assertThat(atOrder.score()).isGreaterThan(ordinary.get(120).score());
      assertThat(atOrder.parts().get(0).component()).isEqualTo("phase");
      assertThat(atOrder.parts().get(0).found()).isEqualTo(wrong.name());
      assertThat(((Anomaly.ExpectedSymbol) atOrder.parts().get(0).expected()).name())
          .isEqualTo(was.phase().name());

      model.save(file);
      try (AnomalyModels_WatchPredictor loaded = AnomalyModels_WatchPredictor.load(file)) {
        List<Anomaly> whole = model.anomalies(spike);
        AnomalySession<Metrics> session = loaded.session();
        for (int t = 0; t < 150; t++) {
          double score = session.next(spike.get(t)).score();
          if (whole.get(t).scored()) {
            assertThat(score).isWithin(1e-3 * Math.max(1, score)).of(whole.get(t).score());
          } else {
            assertThat(score).isNaN();
          }
        }
        session.gap();
        assertThat(session.next(spike.get(0)).scored()).isFalse();
        assertSessionsGoOnFromBytes(loaded, spike);
        assertAStuckValueStandsOut(loaded, stream);
        assertGapsStartAnew(loaded, stream);
        assertAWrongTimeHidesNoGap(loaded, stream);
      }
      assertThrows(ModelFileException.class, () -> AnomalyModels_OrdersPredictor.load(file));
      assertThat(model.score(List.of())).isNaN();
      assertThat(
              assertThrows(
                  IllegalArgumentException.class,
                  () -> model.threshold(List.of(ordinary(7, 100)), Duration.ofHours(1), 1.0 / 7)))
          .hasMessageThat()
          .contains("needs at least 3");
      double threshold = model.threshold(List.of(ordinary(7, 300)), Duration.ofHours(1), 1.0 / 3);
      assertThat(atSpike.score()).isGreaterThan(threshold);
    }
  }

  /**
   * Around its peak a load that is stuck for a few steps stays near what is foretold: nothing but
   * that it does not change tells it. One repetition is no alarm.
   */
  private static void assertAStuckValueStandsOut(
      AnomalyModels_WatchPredictor model, List<Metrics> stream) {
    int first = 100; // the peak is at 102
    int last = 105;
    List<Metrics> stuck = new ArrayList<>(stream);
    for (int t = first; t <= last; t++) {
      Metrics was = stream.get(t);
      stuck.set(t, new Metrics(was.at(), stream.get(first).load(), was.queue(), was.phase()));
    }
    List<Anomaly> all = model.anomalies(stuck);
    assertThat(all.get(first + 1).score()).isLessThan(2.5);
    assertThat(all.get(last).score()).isGreaterThan(3.5);
    assertThat(all.get(last).parts().get(0).component()).isEqualTo("load");
    AnomalySession<Metrics> session = model.session();
    for (int t = 0; t < stuck.size(); t++) {
      if (t == first + 2) { // amid the run
        session = model.session(session.toBytes());
      }
      double score = session.next(stuck.get(t)).score();
      if (all.get(t).scored()) {
        assertThat(score).isWithin(1e-3 * Math.max(1, score)).of(all.get(t).score());
      }
    }
  }

  @Test
  void aTrainingThatGoesOnKeepsWindowAndStepsAheadAndSaysSo() {
    List<List<Metrics>> series = List.of(ordinary(1, 150));
    try (AnomalyModels_WatchPredictor model =
        AnomalyModels_WatchTrainer.create().epochs(1).window(10).ahead(2).fit(series)) {
      AnomalyModels_WatchTrainer wider =
          AnomalyModels_WatchTrainer.create().epochs(1).continueFrom(model).window(12);
      assertThat(assertThrows(IllegalStateException.class, () -> wider.fit(series)))
          .hasMessageThat()
          .startsWith("window is 12, but the model that the training goes on from has 10");
      AnomalyModels_WatchTrainer further =
          AnomalyModels_WatchTrainer.create().epochs(1).continueFrom(model).ahead(3);
      assertThat(assertThrows(IllegalStateException.class, () -> further.fit(series)))
          .hasMessageThat()
          .startsWith("ahead is 3, but the model that the training goes on from has 2");
    }
  }

  /**
   * A step that is late, or one that comes again, makes no gap; one before which ten are missing
   * is.
   */
  private static void assertGapsStartAnew(
      AnomalyModels_WatchPredictor model, List<Metrics> stream) {
    List<Metrics> gap = new ArrayList<>(stream.subList(0, 130));
    gap.subList(70, 80).clear();
    Metrics late = gap.get(50);
    gap.set(50, new Metrics(late.at().plusMinutes(20), late.load(), late.queue(), late.phase()));
    gap.add(43, gap.get(38)); // once more
    gap.remove(0);
    AnomalySession<Metrics> told = model.session();
    AnomalySession<Metrics> found = model.session();
    List<Anomaly> whole = model.anomalies(gap);
    for (int t = 0; t < gap.size(); t++) {
      if (t == 70) {
        told.gap();
        found = model.session(found.toBytes());
        AnomalySession<Metrics> refusing = found;
        Metrics broken = new Metrics(gap.get(70).at(), Float.POSITIVE_INFINITY, 1, Phase.IDLE);
        assertThrows(IllegalArgumentException.class, () -> refusing.next(broken));
        // what was refused changed nothing: the step that was missing would be no gap
        AnomalySession<Metrics> regular = model.session(refusing.toBytes());
        assertThat(regular.next(stream.get(70)).scored()).isTrue();
      }
      Anomaly anomaly = told.next(gap.get(t));
      assertThat(found.next(gap.get(t))).isEqualTo(anomaly);
      boolean warm = t >= 11 && (t < 70 || t >= 81);
      if (warm || t < 10 || (t >= 70 && t < 80)) {
        assertThat(anomaly.scored()).isEqualTo(warm);
      }
      assertThat(whole.get(t).scored()).isEqualTo(anomaly.scored());
      if (anomaly.scored()) {
        assertThat(whole.get(t).score())
            .isWithin(1e-3 * Math.max(1, anomaly.score()))
            .of(anomaly.score());
      }
    }
    assertThat(model.score(gap.subList(0, 75))).isNaN();
  }

  private static void assertAWrongTimeHidesNoGap(
      AnomalyModels_WatchPredictor model, List<Metrics> stream) {
    AnomalySession<Metrics> session = model.session();
    for (int t = 0; t < 60; t++) {
      Metrics step = stream.get(t);
      LocalDateTime at = t == 20 ? step.at().plusYears(70) : step.at();
      Anomaly anomaly = session.next(new Metrics(at, step.load(), step.queue(), step.phase()));
      assertThat(anomaly.scored()).isEqualTo(t >= 10 && (t < 20 || t >= 30));
    }
    assertThat(session.next(stream.get(75)).scored()).isFalse();
  }

  @Test
  void pausesThatBelongToTheCalendarAreNoGaps() {
    List<Metrics> open = new ArrayList<>();
    List<Metrics> steps = ordinary(2, 400);
    for (int t = 0; t < 400; t++) { // eight hours a day
      Metrics step = steps.get(t);
      LocalDateTime at = START.plusDays(t / 8).plusHours(9 + t % 8);
      open.add(new Metrics(at, step.load(), step.queue(), step.phase()));
    }
    try (AnomalyModels_WatchPredictor model =
        AnomalyModels_WatchTrainer.create().seed(3).epochs(1).fit(List.of(open))) {
      List<Anomaly> all = model.anomalies(open.subList(0, 60));
      AnomalySession<Metrics> session = model.session();
      for (int t = 0; t < 60; t++) {
        assertThat(all.get(t).scored()).isEqualTo(t >= 10);
        assertThat(session.next(open.get(t)).scored()).isEqualTo(t >= 10);
      }
    }
  }

  private static void assertSessionsGoOnFromBytes(
      AnomalyModels_WatchPredictor model, List<Metrics> stream) {
    List<Anomaly> whole = model.anomalies(stream);
    AnomalySession<Metrics> session = model.session();
    for (int t = 0; t < stream.size(); t++) {
      if (t % 29 == 11) { // in all parts of a window, and before and behind the first score
        byte[] bytes = session.toBytes();
        session.next(stream.get(0)); // of another's stream
        session = model.session(bytes);
      }
      Anomaly anomaly = session.next(stream.get(t));
      for (int i = 0; i < anomaly.parts().size(); i++) {
        // what was foretold; the order of parts that are alike may differ
        Anomaly.Part part = anomaly.parts().get(i);
        if (part.expected() instanceof Anomaly.ExpectedNumber number) {
          Anomaly.ExpectedNumber expected =
              (Anomaly.ExpectedNumber)
                  whole.get(t).parts().stream()
                      .filter(other -> other.component().equals(part.component()))
                      .filter(other -> other.ahead() == part.ahead())
                      .findFirst()
                      .orElse(part)
                      .expected();
          assertThat(number.mean()).isWithin(1e-5 * 60).of(expected.mean());
          assertThat(number.deviation()).isWithin(1e-5 * 60).of(expected.deviation());
        }
      }
    }
    byte[] bytes = session.toBytes();
    AnomalySession<Metrics> again = model.session(bytes);
    assertThat(again.next(stream.get(7))).isEqualTo(session.next(stream.get(7)));
    bytes[bytes.length / 2]++;
    assertRefused("damaged or cut off", () -> model.session(bytes));
    assertRefused("do not begin with RNDA", () -> model.session(new byte[40]));
  }

  private static void assertRefused(String message, Runnable call) {
    assertThat(assertThrows(IllegalArgumentException.class, call::run))
        .hasMessageThat()
        .contains(message);
  }

  @Test
  void aSessionOfWindowsIsNotKeptAsBytes() {
    List<AnomalyModels.Level> levels = new ArrayList<>();
    for (int t = 0; t < 150; t++) {
      levels.add(new AnomalyModels.Level(Math.sin(t)));
    }
    try (AnomalyModels_LevelsPredictor model =
        AnomalyModels_LevelsTrainer.create().fit(List.of(levels))) {
      AnomalySession<AnomalyModels.Level> session = model.session();
      List<Anomaly> whole = model.anomalies(levels.subList(0, 30));
      for (int t = 0; t < 30; t++) {
        double score = session.next(levels.get(t)).score();
        if (whole.get(t).scored()) {
          assertThat(score).isWithin(1e-3 * Math.max(1, score)).of(whole.get(t).score());
        }
      }
      assertThrows(UnsupportedOperationException.class, session::toBytes);
      assertRefused("not kept as bytes", () -> model.session(new byte[0]));
    }
  }

  @Test
  void aLogOfSymbolsAloneShowsOddOrders() {
    Random random = new Random(4);
    List<Line> log = new ArrayList<>();
    while (log.size() < 600) {
      log.add(new Line(Phase.IDLE));
      log.add(new Line(Phase.LOAD));
      if (random.nextBoolean()) {
        log.add(new Line(Phase.WORK));
      }
      log.add(new Line(Phase.STORE));
    }
    try (AnomalyModels_OrdersPredictor model =
        AnomalyModels_OrdersTrainer.create().seed(1).fit(List.of(log.subList(0, 500)))) {
      List<Line> odd = new ArrayList<>(log.subList(500, 560));
      int place = 40;
      while (odd.get(place - 1).phase() != Phase.IDLE) {
        place++;
      }
      odd.set(place, new Line(Phase.STORE)); // stored before it was loaded
      List<Anomaly> scores = model.anomalies(odd);
      assertThat(scores.get(place).score()).isGreaterThan(2);
      int at = place;
      assertThat(
              scores.subList(12, place).stream()
                  .filter(a -> a.score() >= scores.get(at).score())
                  .count())
          .isEqualTo(0);
    }
  }
}
