package dev.rondo.samples.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.series.LabelledWindow;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.WeightsDigest;
import dev.rondo.samples.corpora.server.SimulatedLog;
import dev.rondo.samples.corpora.server.WatchedLog;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Watches the log of a simulated server, in which some requests are out of order. */
final class LogTask {
  /** The server is a quiet one: it writes a line every ten minutes, in the mean. */
  private static final Duration LINE = Duration.ofMinutes(10);

  private static final int LINES = 7 * 24 * 6; // in a week
  private static final long PARTS = 3;

  private LogTask() {}

  /** Returns the results; none if Ctrl-C ended the training. */
  static Optional<Results> run(Task task, int weeks) throws IOException {
    long seed = PARTS * task.model().seed();
    Optional<LogWatchPredictor> trained =
        task.model().load().isPresent()
            ? Optional.of(LogWatchPredictor.load(task.model().load().get(), task.model().device()))
            : new TrainingSession(task.streams(), task.model())
                .counting("windows")
                .run(
                    LogWatchTrainer.create(),
                    it -> it.fit(List.of(SimulatedLog.ordinary(seed, weeks * LINES))),
                    LogWatchPredictor::save);
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    try (LogWatchPredictor model = trained.get()) {
      double threshold =
          model.threshold(
              List.of(SimulatedLog.ordinary(seed + 1, weeks * LINES)), LINE, task.falsePerDay());
      WatchedLog log = SimulatedLog.withOddOrders(seed + 2, weeks * LINES, 2 * weeks);
      return Optional.of(watch(task, model, threshold, log, weeks));
    }
  }

  private static Results watch(
      Task task, LogWatchPredictor model, double threshold, WatchedLog log, int weeks)
      throws IOException {
    PrintStream err = task.streams().err();
    err.printf(
        Locale.ROOT,
        "watching %d lines, %d requests out of order; alarms from %.1f%n",
        log.events().size(),
        log.odd().size(),
        threshold);
    List<Anomaly> anomalies =
        new LiveView(task.streams(), task.alarms(), threshold)
            .watch(model.session(), log.events(), i -> "line " + (i + 1));
    double[] scores = anomalies.stream().mapToDouble(Anomaly::score).toArray();
    Detection detection =
        Detection.of(
            scores, threshold, log.odd().stream().map(i -> new LabelledWindow(i, i)).toList());
    double falsePerWeek = (double) detection.falseEpisodes() / weeks;
    err.printf(Locale.ROOT, "odd orders   %.0f %% found%n", 100 * detection.recall());
    err.printf(Locale.ROOT, "false alarms %.2f a week%n", falsePerWeek);
    return new Results()
        .put("recall", Map.of("odd order", detection.recall()))
        .put("falseEpisodesPerWeek", falsePerWeek)
        .put("threshold", threshold)
        .putTraining(model.history())
        .put("weights", WeightsDigest.of(model::save));
  }
}
