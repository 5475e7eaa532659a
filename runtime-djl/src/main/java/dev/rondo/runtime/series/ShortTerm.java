package dev.rondo.runtime.series;

import java.util.Arrays;

/** The ranks of the last few steps of a channel. */
final class ShortTerm {
  private static final double LEAST = 0.02; // a mean of nearly 0 has no logarithm to speak of

  private final double[] recent = new double[AnomalyScale.SHORT_TERM];
  private int count;

  void add(double rank) {
    recent[count % recent.length] = rank;
    count++;
    if (count == 2 * recent.length) {
      count = recent.length;
    }
  }

  boolean full() {
    return count >= recent.length;
  }

  void clear() {
    count = 0;
  }

  double logMean() {
    double sum = 0;
    for (double rank : recent) {
      sum += rank;
    }
    return Math.log(Math.max(sum / recent.length, LEAST));
  }

  /** Writes its state. */
  void store(double[] state, int from) {
    System.arraycopy(recent, 0, state, from, recent.length);
    state[from + recent.length] = count;
  }

  /** Reads what was written. */
  void restore(double[] state, int from) {
    System.arraycopy(state, from, recent, 0, recent.length);
    count = (int) state[from + recent.length];
    if (!(count >= 0 && count < 2 * recent.length)) {
      throw new IllegalArgumentException("a state of " + Arrays.toString(state) + " is none");
    }
  }

  static int size() {
    return AnomalyScale.SHORT_TERM + 1;
  }
}
