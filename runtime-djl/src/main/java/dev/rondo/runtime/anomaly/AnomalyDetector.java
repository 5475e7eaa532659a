package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.AnomalyScale;
import dev.rondo.runtime.series.Episodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scores streams by what a network foretells of them. Safe for use by many threads, as the network
 * is.
 *
 * @param <R> a step of a stream
 */
public final class AnomalyDetector<R> {
  /** Alarms so close belong together. */
  private static final int APART = 2 * 10;

  private final SequenceCodec<R> history;
  private final AnomalyCodec<R> codec;
  private final Function<List<Steps[]>, List<float[][]>> scores;
  private final @Nullable CarriedNetwork carried;

  /**
   * Creates one of a network that reads whole windows.
   *
   * @param scores computes the scores of rows
   */
  public AnomalyDetector(
      SequenceCodec<R> history,
      AnomalyCodec<R> codec,
      Function<List<Steps[]>, List<float[][]>> scores) {
    this(history, codec, scores, null);
  }

  /**
   * Creates one.
   *
   * @param scores computes the scores of rows
   * @param carried the network, fed step by step; null where it reads whole windows
   */
  public AnomalyDetector(
      SequenceCodec<R> history,
      AnomalyCodec<R> codec,
      Function<List<Steps[]>, List<float[][]>> scores,
      @Nullable CarriedNetwork carried) {
    this.history = history;
    this.codec = codec;
    this.scores = scores;
    this.carried = carried;
  }

  /** Returns the score of the last step of a history; NaN if it is too short for one. */
  public double score(@Nullable List<R> steps, String name) {
    List<Anomaly> all = anomalies(steps, name);
    return all.isEmpty() ? Double.NaN : all.get(all.size() - 1).score();
  }

  /** Returns the scores of all steps of a history, as a session that is fed with them. */
  public List<Anomaly> anomalies(@Nullable List<R> steps, String name) {
    AnomalySeries<R> series = AnomalySeries.of(steps, name, history, codec);
    AnomalyFollower<R> follower = new AnomalyFollower<>(codec);
    List<Foretold> foretold = series.foretold(0, 0, scores);
    List<Anomaly> all = new ArrayList<>();
    for (int t = 0; t < series.length(0); t++) {
      if (t > 0) {
        follower.foretold(foretold.get(t - 1));
      }
      if (series.isBehindGap(t)) {
        follower.gap();
      }
      all.add(follower.next(series.record(0, t)));
    }
    return all;
  }

  /** Starts a session. */
  public AnomalySession<R> session() {
    StreamReader<R> reader =
        carried != null && codec.carries(history)
            ? new CarriedReader<>(carried, history, codec)
            : new StreamReader.OfWindows<>(history, codec, scores);
    return new AnomalySession<>(reader, codec);
  }

  /**
   * Goes on with a session that {@link AnomalySession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if the bytes are null, no session, damaged, or that of another
   *     model
   */
  public AnomalySession<R> session(byte @Nullable [] bytes) {
    return session().restored(Arguments.notNull(bytes, "bytes"));
  }

  /**
   * Returns the lowest threshold with so many false episodes a day on ordinary series that the
   * model did not learn from. Alarms of an episode are at most 20 steps apart.
   *
   * @throws IllegalArgumentException if these are so short that fewer than three are to be expected
   */
  public double threshold(Iterable<List<R>> ordinary, Duration step, double falseEpisodesPerDay) {
    List<double[]> all = new ArrayList<>();
    for (List<R> series : ordinary) {
      all.add(anomalies(series, "series").stream().mapToDouble(Anomaly::score).toArray());
    }
    return Episodes.threshold(all, step, falseEpisodesPerDay, APART);
  }

  /**
   * Learns what is ordinary.
   *
   * @param cuts from where on each series is not learned from; its length leaves it out
   */
  static <R> AnomalyScale calibrate(
      AnomalySeries<R> series,
      int[] cuts,
      AnomalyCodec<R> codec,
      Function<List<Steps[]>, List<float[][]>> scores) {
    List<double[][]> surprises = new ArrayList<>();
    List<double[][]> values = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      values.add(series.values(s));
      int first = Math.max(1, cuts[s] - codec.ahead() + 1);
      if (cuts[s] >= series.length(s)) {
        surprises.add(new double[0][]);
        continue;
      }
      List<Foretold> foretold = series.foretold(s, first, scores);
      List<double[]> steps = new ArrayList<>();
      for (int t = Math.max(1, cuts[s]); t < series.length(s); t++) {
        double[] step = new double[codec.channels()];
        Arrays.fill(step, Double.NaN);
        for (int lead = 0; lead < codec.leads(); lead++) {
          int from = t - codec.stepsAhead(lead) + 1 - first;
          if (from >= 0) {
            foretold.get(from).surprises(codec, series.record(s, t), lead, step);
          }
        }
        steps.add(step);
      }
      surprises.add(steps.toArray(double[][]::new));
    }
    return AnomalyScale.learn(surprises, values);
  }
}
