package dev.rondo.runtime.series;

/** How long the value of a stream has been the same, and how unusual that is. */
final class Run {
  /** How many numbers {@link #store} writes. */
  static final int SIZE = 3;

  private final Stillness ordinary;
  private double last;
  private int length;
  private double rank;

  Run(Stillness ordinary) {
    this.ordinary = ordinary;
    clear();
  }

  /** Reads a value; NaN where it is missing, which ends the run. */
  void add(double value) {
    if (value == last) {
      rank += ordinary.goesOn(value, length);
      length = RunLengths.longer(length);
    } else {
      rank = 0;
      length = 0;
    }
    last = value;
  }

  /**
   * Returns the negative natural logarithm of the share of ordinary values of its kind that stay at
   * least so long.
   */
  double rank() {
    return rank;
  }

  void clear() {
    last = Double.NaN;
    length = 0;
    rank = 0;
  }

  /** Writes its state. */
  void store(double[] state, int from) {
    state[from] = last;
    state[from + 1] = length;
    state[from + 2] = rank;
  }

  /** Reads what was written. */
  void restore(double[] state, int from) {
    last = state[from];
    length = (int) state[from + 1];
    rank = state[from + 2];
    if (!(length >= 0 && length == state[from + 1] && rank >= 0)) {
      throw new IllegalArgumentException("a run of " + state[from + 1] + " steps is none");
    }
  }
}
