package dev.rondo.runtime.series;

import java.util.Arrays;

/**
 * How high the scores of a stream are in the long term, so that one threshold suits streams of all
 * kinds: the score that one in twenty steps reaches, and how far beyond the scores go. Beyond, a
 * Pareto tail tells how likely a score is (Hill 1975), for streams have rare steps that are far
 * more surprising than a model believes.
 *
 * <p>Both follow the stream and forget nothing of it: what forgets calls the later steps of a long
 * anomaly ordinary. A step that somebody vouches for counts as a hundred of the stream, which may
 * have anomalies in it.
 */
final class LongTerm {
  private static final double SHARE = 0.05;
  private static final double LEAST_STEPS = 1000; // in which the level moves by itself
  private static final double MOST_STEPS = 1e6;
  private static final double VOUCHED = 100;
  private static final double MOVE = 20;
  private static final double LEAST_LEVEL = 0.3;
  private static final double LEAST_TAIL = 0.1;
  private static final double FARTHEST = 3;
  private static final double BELIEF = 0.5; // in the tail, as if of ten exceedances
  private static final double BELIEVED = 10;

  private double logLevel;
  private double tail;
  private double steps;

  private LongTerm(double logLevel, double tail, double steps) {
    this.logLevel = logLevel;
    this.tail = tail;
    this.steps = steps;
  }

  /** Learns from scores of ordinary steps. */
  static LongTerm learn(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int first = (int) Math.floor((1 - SHARE) * sorted.length);
    double logLevel = Math.log(sorted.length == 0 ? 1 : Math.max(sorted[first], LEAST_LEVEL));
    double sum = BELIEF * BELIEVED;
    for (int i = first; i < sorted.length; i++) {
      sum += Math.min(Math.max(Math.log(Math.max(sorted[i], LEAST_LEVEL)) - logLevel, 0), FARTHEST);
    }
    return new LongTerm(
        logLevel,
        Math.max(sum / (sorted.length - first + BELIEVED), LEAST_TAIL),
        Math.min(VOUCHED * sorted.length, MOST_STEPS));
  }

  /** How many numbers {@link #stored} has. */
  static final int SIZE = 3;

  /**
   * Returns what was {@link #stored}.
   *
   * @throws IllegalArgumentException if it is not what that method returns
   */
  static LongTerm of(double[] stored) {
    if (stored.length != SIZE
        || !Double.isFinite(stored[0])
        || !(stored[1] > 0 && stored[1] <= 100)
        || !(stored[2] >= 0 && stored[2] <= MOST_STEPS)) {
      throw new IllegalArgumentException("there is no stored long term of scores");
    }
    return new LongTerm(stored[0], stored[1], stored[2]);
  }

  LongTerm copy() {
    return new LongTerm(logLevel, tail, steps);
  }

  double[] stored() {
    return new double[] {logLevel, tail, steps};
  }

  /** Returns the negative decimal logarithm of how likely so high a score is; rises with it. */
  double score(double raw) {
    double beyond = Math.log(Math.max(raw, LEAST_LEVEL)) - logLevel;
    return beyond > 0
        ? -Math.log10(SHARE) + beyond / tail / Math.log(10)
        : -Math.log10(SHARE) * raw / Math.exp(logLevel);
  }

  /** Follows the stream. */
  void add(double raw) {
    double beyond = Math.log(Math.max(raw, LEAST_LEVEL)) - logLevel;
    double seen = Math.max(steps, LEAST_STEPS);
    double move = MOVE * Math.max(tail, 2 * LEAST_TAIL) / seen;
    steps = Math.min(steps + 1, MOST_STEPS);
    if (beyond > 0) {
      tail += (Math.min(beyond, FARTHEST) - tail) / (SHARE * seen);
      tail = Math.max(tail, LEAST_TAIL);
      logLevel += (1 - SHARE) * move;
    } else {
      logLevel -= SHARE * move;
    }
  }
}
