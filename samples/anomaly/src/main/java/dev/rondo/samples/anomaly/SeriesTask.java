package dev.rondo.samples.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.series.LabelledWindow;
import dev.rondo.runtime.series.NabProfile;
import dev.rondo.runtime.series.NabScore;
import dev.rondo.runtime.series.ScoredSeries;
import dev.rondo.runtime.series.WindowedGaussian;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.TimedValue;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.WeightsDigest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Watches series of the user's own, each with a model of its own and all as one configuration. */
final class SeriesTask {
  private static final double VALIDATION = 0.3; // of the few rows that there are to learn from
  private static final int FEWEST_ROWS = 200;

  private final Task task;
  private final List<ScoredSeries> scored = new ArrayList<>();
  private final List<ScoredSeries> aboveThreshold = new ArrayList<>();
  private final List<ScoredSeries> gaussian = new ArrayList<>();
  private final List<TrainingHistory> histories = new ArrayList<>();
  private final List<String> weights = new ArrayList<>();
  private final List<Boolean> found = new ArrayList<>();
  private int falseEpisodes;
  private double watchedWeeks;

  private SeriesTask(Task task) {
    this.task = task;
  }

  /** Returns the results; none if Ctrl-C ended a training. */
  static Optional<Results> run(Task task, DataArguments data) throws IOException {
    SeriesTask all = new SeriesTask(task);
    Optional<WindowsFile> windows = data.windows().map(WindowsFile::read);
    for (Path file : data.data()) {
      List<TimedValue> read = data.read(file);
      List<TimedValue> rows = data.rows().apply(read);
      task.streams().err().println(file.getFileName() + ": " + data.rows().describe(read));
      if (rows.size() < FEWEST_ROWS) {
        throw SampleFailure.of(
            "--data: \"%s\" has %s rows, expected at least %s"
                .formatted(file, rows.size(), FEWEST_ROWS));
      }
      List<LabelledWindow> marked = windows.isPresent() ? windows.get().of(file, rows) : List.of();
      if (!all.watch(file, rows, marked)) {
        return Optional.empty();
      }
    }
    return Optional.of(all.results(windows.isPresent()));
  }

  private boolean watch(Path file, List<TimedValue> rows, List<LabelledWindow> windows)
      throws IOException {
    List<Reading> readings = rows.stream().map(row -> new Reading(row.at(), row.value())).toList();
    int probation = NabScore.probation(readings.size());
    Optional<SeriesWatchPredictor> trained =
        task.model().load().isPresent()
            ? Optional.of(
                SeriesWatchPredictor.load(task.model().load().get(), task.model().device()))
            : new TrainingSession(task.streams(), task.model())
                .counting("windows")
                .run(
                    SeriesWatchTrainer.create().validateOnLast(VALIDATION),
                    it -> it.fit(List.of(readings.subList(0, probation))),
                    SeriesWatchPredictor::save);
    if (trained.isEmpty()) {
      return false;
    }
    try (SeriesWatchPredictor model = trained.get()) {
      histories.add(model.history());
      weights.add(WeightsDigest.of(model::save));
      watch(model, file, readings, windows, probation);
    }
    return true;
  }

  private void watch(
      SeriesWatchPredictor model,
      Path file,
      List<Reading> readings,
      List<LabelledWindow> windows,
      int probation)
      throws IOException {
    double stepsPerDay = Duration.ofDays(1).toMillis() / step(readings);
    // what a score says of itself: there are too few rows to find it out on ordinary ones
    double threshold = Math.log10(stepsPerDay / task.falsePerDay());
    PrintStream err = task.streams().err();
    err.printf(Locale.ROOT, "learned from %d rows; alarms from %.1f%n", probation, threshold);
    List<Anomaly> anomalies =
        new LiveView(task.streams(), task.alarms(), threshold)
            .watch(model.session(), readings, t -> readings.get(t).at().toString());
    double[] scores = anomalies.stream().mapToDouble(Anomaly::score).toArray();
    String name = String.valueOf(file.getFileName());
    scored.add(new ScoredSeries(name, scores, windows));
    aboveThreshold.add(
        new ScoredSeries(name, Arrays.stream(scores).map(s -> s - threshold).toArray(), windows));
    double[] values = readings.stream().mapToDouble(Reading::value).toArray();
    gaussian.add(new ScoredSeries(name, WindowedGaussian.scores(values), windows));
    double[] judged = scores.clone();
    Arrays.fill(judged, 0, probation, Double.NaN);
    Detection detection = Detection.of(judged, threshold, windows);
    found.addAll(detection.found());
    falseEpisodes += detection.falseEpisodes();
    watchedWeeks += (readings.size() - probation) / stepsPerDay / 7;
    if (task.picture().isPresent()) {
      AnomalyPicture.of(name, readings).write(task.picture().get(), scores, threshold, windows);
      err.println("drew what was watched into " + task.picture().get());
    }
  }

  /** Returns the usual time between two rows, in milliseconds. */
  private static double step(List<Reading> readings) {
    long[] steps = new long[readings.size() - 1];
    Arrays.setAll(
        steps,
        t -> Math.abs(Duration.between(readings.get(t).at(), readings.get(t + 1).at()).toMillis()));
    Arrays.sort(steps);
    return Math.max(steps[steps.length / 2], 1);
  }

  private Results results(boolean marked) {
    PrintStream err = task.streams().err();
    double falsePerWeek = falseEpisodes / watchedWeeks;
    Results results = new Results();
    if (marked) {
      double recall = found.stream().mapToInt(f -> f ? 1 : 0).average().orElse(Double.NaN);
      NabScore own = NabScore.at(0, aboveThreshold, NabProfile.STANDARD);
      Benchmark benchmark = Benchmark.of(scored, gaussian);
      benchmark.print(err);
      err.printf(
          Locale.ROOT,
          "with its own threshold: NAB score %.1f, %.0f %% of windows found, false alarms %.2f a"
              + " week%n",
          own.score(),
          100 * recall,
          falsePerWeek);
      results =
          benchmark
              .results()
              .put("nabOwnThreshold", own.score())
              .put("recall", Map.of("window", recall));
    }
    TrainingHistory first = histories.get(0);
    return results
        .put("falseEpisodesPerWeek", falsePerWeek)
        .putTraining(first)
        .put("weights", String.join(" ", weights));
  }
}
