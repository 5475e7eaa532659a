package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.Arrays;

/**
 * The baseline of the Numenta Anomaly Benchmark that scores a number by how far it is in the tail
 * of a normal distribution of those before: of a window of 6,400, moved on by 100 at a time.
 */
public final class WindowedGaussian {
  private static final int WINDOW = 6400;
  private static final int MOVE = 100;
  private static final double LEAST_DEVIATION = 1e-6;

  private WindowedGaussian() {}

  /** Returns the score of each number, in [0.5, 1]; 0 of the first. */
  public static double[] scores(double[] values) {
    Arguments.notNull(values, "values");
    double[] scores = new double[values.length];
    int from = 0;
    int to = 0;
    double mean = 0;
    double deviation = 1;
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        double x = Math.abs(values[i] - mean) / deviation;
        scores[i] = 1 - 0.5 * Math.exp(NormalTail.logTwoSided(x));
      }
      boolean grows = to - from < WINDOW;
      if (grows || i + 1 - to == MOVE) {
        from = grows ? from : from + MOVE;
        to = i + 1;
        double[] window = Arrays.copyOfRange(values, from, to);
        double now = Arrays.stream(window).average().orElse(0);
        mean = now;
        double variance =
            Arrays.stream(window).map(v -> (v - now) * (v - now)).sum() / window.length;
        deviation = variance > 0 ? Math.sqrt(variance) : LEAST_DEVIATION;
      }
    }
    return scores;
  }
}
