package dev.rondo.samples.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.anomaly.AnomalySession;
import dev.rondo.samples.common.Streams;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Shows a stream as it is watched: a line for each alarm, and on a terminal, below them, the step
 * and its score as they come.
 */
final class LiveView {
  /** An alarm at most so many steps behind another belongs to it. */
  static final int APART = 20;

  private static final long REFRESH = 50_000_000; // nanoseconds
  private static final int MOST_PARTS = 2;

  private final Streams streams;
  private final PrintStream alarms;
  private final double threshold;
  private long shown;

  /**
   * Creates one.
   *
   * @param alarms where their lines go
   * @param threshold scores from here on are alarms
   */
  LiveView(Streams streams, PrintStream alarms, double threshold) {
    this.streams = streams;
    this.alarms = alarms;
    this.threshold = threshold;
  }

  /**
   * Feeds a session with steps.
   *
   * @param when what a step is known by, of its place
   * @return what it says of each
   */
  <R> List<Anomaly> watch(AnomalySession<R> session, List<R> steps, IntFunction<String> when) {
    List<Anomaly> all = new ArrayList<>();
    int last = -APART - 1;
    for (R step : steps) {
      Anomaly anomaly = session.next(step);
      boolean alarm = anomaly.score() >= threshold;
      if (alarm && all.size() - last > APART) {
        clear();
        alarms.println(
            String.format(
                Locale.ROOT,
                "%s  ALARM %.1f  %s",
                when.apply(all.size()),
                anomaly.score(),
                reason(anomaly)));
      }
      last = alarm ? all.size() : last;
      show(when.apply(all.size()), anomaly);
      all.add(anomaly);
    }
    clear();
    return all;
  }

  private static String reason(Anomaly anomaly) {
    Set<String> components = new LinkedHashSet<>();
    List<String> parts = new ArrayList<>();
    for (Anomaly.Part part : anomaly.parts()) {
      if (components.size() < MOST_PARTS && components.add(part.component())) {
        parts.add(part.toString());
      }
    }
    return String.join("; ", parts);
  }

  private void show(String when, Anomaly anomaly) {
    if (!streams.live() || System.nanoTime() - shown < REFRESH) {
      return;
    }
    shown = System.nanoTime();
    String line = when + (anomaly.scored() ? bar(anomaly.score()) : "  no score yet");
    streams.err().print("\r\033[K" + line.substring(0, Math.min(line.length(), width())));
    streams.err().flush();
  }

  private int width() {
    return Math.max(streams.columns() - 1, 1);
  }

  private String bar(double score) {
    int filled = (int) Math.max(0, Math.min(20, Math.round(20 * score / threshold)));
    return String.format(
        Locale.ROOT, "  %4.1f  [%s%s]", score, "#".repeat(filled), " ".repeat(20 - filled));
  }

  private void clear() {
    if (streams.live()) {
      streams.err().print("\r\033[K");
      streams.err().flush();
    }
  }
}
