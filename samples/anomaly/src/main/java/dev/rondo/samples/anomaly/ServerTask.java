package dev.rondo.samples.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.series.LabelledWindow;
import dev.rondo.runtime.series.ScoredSeries;
import dev.rondo.runtime.series.WindowedGaussian;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.WeightsDigest;
import dev.rondo.samples.corpora.server.Component;
import dev.rondo.samples.corpora.server.Fault;
import dev.rondo.samples.corpora.server.FaultKind;
import dev.rondo.samples.corpora.server.ServerMetrics;
import dev.rondo.samples.corpora.server.SimulatedServer;
import dev.rondo.samples.corpora.server.WatchedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches the metrics of a simulated server, in which faults are planted. */
final class ServerTask {
  private static final Duration STEP = Duration.ofMinutes(15);

  /** Seeds of what is learned from, what the threshold is of, and what is watched. */
  private static final long PARTS = 3;

  private ServerTask() {}

  /** Returns the results; none if Ctrl-C ended the training. */
  static Optional<Results> run(Task task, int weeks) throws IOException {
    long seed = PARTS * task.model().seed();
    Optional<ServerWatchPredictor> trained =
        task.model().load().isPresent()
            ? Optional.of(
                ServerWatchPredictor.load(task.model().load().get(), task.model().device()))
            : new TrainingSession(task.streams(), task.model())
                .counting("windows")
                .run(
                    ServerWatchTrainer.create(),
                    it -> it.fit(List.of(SimulatedServer.ordinary(seed, weeks))),
                    ServerWatchPredictor::save);
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    try (ServerWatchPredictor model = trained.get()) {
      double threshold =
          model.threshold(
              List.of(SimulatedServer.ordinary(seed + 1, weeks)), STEP, task.falsePerDay());
      WatchedServer server =
          SimulatedServer.withFaults(seed + 2, weeks, Math.max(1, weeks * 5 / 8));
      return Optional.of(watch(task, model, threshold, server, weeks));
    }
  }

  private static Results watch(
      Task task, ServerWatchPredictor model, double threshold, WatchedServer server, int weeks)
      throws IOException {
    PrintStream err = task.streams().err();
    err.printf(
        Locale.ROOT,
        "watching %d weeks with %d faults; alarms from %.1f%n",
        weeks,
        server.faults().size(),
        threshold);
    List<Anomaly> anomalies =
        new LiveView(task.streams(), task.alarms(), threshold)
            .watch(model.session(), server.metrics(), t -> server.metrics().get(t).at().toString());
    double[] scores = anomalies.stream().mapToDouble(Anomaly::score).toArray();
    List<LabelledWindow> windows =
        server.faults().stream().map(f -> new LabelledWindow(f.first(), f.last())).toList();
    Detection detection = Detection.of(scores, threshold, windows);
    Map<String, Double> recall = recall(server.faults(), detection);
    double falsePerWeek = (double) detection.falseEpisodes() / weeks;
    Benchmark benchmark =
        Benchmark.of(
            List.of(new ScoredSeries("server", scores, windows)),
            List.of(new ScoredSeries("server", gaussian(server.metrics()), windows)));
    recall.forEach(
        (kind, share) -> err.printf(Locale.ROOT, "%-12s %.0f %% found%n", kind, 100 * share));
    err.printf(Locale.ROOT, "false alarms %.2f a week%n", falsePerWeek);
    benchmark.print(err);
    if (task.picture().isPresent()) {
      AnomalyPicture.of(server).write(task.picture().get(), scores, threshold, windows);
      err.println("drew what was watched into " + task.picture().get());
    }
    return benchmark
        .results()
        .put("recall", recall)
        .put("falseEpisodesPerWeek", falsePerWeek)
        .put("rightComponent", rightComponent(server.faults(), anomalies, threshold))
        .put("threshold", threshold)
        .putTraining(model.history())
        .put("weights", WeightsDigest.of(model::save));
  }

  private static Map<String, Double> recall(List<Fault> faults, Detection detection) {
    Map<String, Double> recall = new TreeMap<>();
    for (FaultKind kind : FaultKind.values()) {
      int found = 0;
      int all = 0;
      for (int i = 0; i < faults.size(); i++) {
        if (faults.get(i).kind() == kind) {
          all++;
          found += detection.found().get(i) ? 1 : 0;
        }
      }
      recall.put(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), (double) found / all);
    }
    return recall;
  }

  /** Returns the share of faults whose first alarm names the component that is wrong. */
  private static double rightComponent(
      List<Fault> faults, List<Anomaly> anomalies, double threshold) {
    int found = 0;
    int right = 0;
    for (Fault fault : faults) {
      Optional<Anomaly> alarm =
          anomalies.subList(fault.first(), fault.last() + 1).stream()
              .filter(anomaly -> anomaly.score() >= threshold)
              .findFirst();
      if (alarm.isPresent()) {
        String named = alarm.get().parts().get(0).component();
        found++;
        right += named.toUpperCase(Locale.ROOT).equals(fault.component().name()) ? 1 : 0;
      }
    }
    return (double) right / found;
  }

  /** The simple baseline knows one number: it is asked about each, and the most unusual counts. */
  private static double[] gaussian(List<ServerMetrics> metrics) {
    double[] highest = new double[metrics.size()];
    for (Component component : Component.values()) {
      double[] scores =
          WindowedGaussian.scores(metrics.stream().mapToDouble(component::of).toArray());
      Arrays.setAll(highest, t -> Math.max(highest[t], scores[t]));
    }
    return highest;
  }
}
