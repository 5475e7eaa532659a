package dev.rondo.runtime.series;

import java.util.Arrays;

/**
 * How long a value stays the same in ordinary data.
 *
 * <p>A run is how many steps in a row have repeated the value before them; 0 where a value is new.
 * A value that comes once more may have been read twice, so one repetition tells nothing: what
 * counts are those behind it. How likely a run stops is learned by how long it is, in doublings of
 * one counted repetition, two and three, four to seven, and so on: it is the share of the ordinary
 * runs that stopped at a step of the doubling, as if beside them one had passed it, and stopped in
 * it half of the time. The steps of a run that goes on count there as well, so that what few runs
 * have shown is not believed for long. The longest doubling goes on for ever; where no run stopped
 * in a doubling, none has to.
 */
final class RunLengths {
  private static final int MOST = 30;
  private static final int LONGEST = 1 << (MOST - 1);

  /** Of each doubling the ordinary steps in it, with those of the one that passes it. */
  private final double[] steps;

  /** How many of these stopped a run; 0 where none did. */
  private final double[] stops;

  private RunLengths(double[] steps, double[] stops) {
    this.steps = steps;
    this.stops = stops;
  }

  private static int doubling(int repetition) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(repetition);
  }

  /** Returns the run behind another step that repeats the value. */
  static int longer(int run) {
    return Math.min(run + 1, LONGEST);
  }

  /** Counts ordinary steps. */
  static final class Counts {
    private final double[] steps = new double[MOST];
    private final double[] stops = new double[MOST];

    /** Counts a step behind a run. */
    void add(int run, boolean repeats) {
      if (run == 0 && repeats) {
        return; // the step behind it tells
      }
      int doubling = doubling(Math.max(run, 1));
      steps[doubling]++;
      stops[doubling] += repeats ? 0 : 1;
    }

    RunLengths learn() {
      int count = MOST;
      while (count > 1 && steps[count - 1] == 0) {
        count--;
      }
      double[] allSteps = Arrays.copyOf(steps, count);
      double[] allStops = Arrays.copyOf(stops, count);
      for (int d = 0; d < count; d++) {
        boolean none = steps[d] > 0 && stops[d] == 0;
        allSteps[d] += 1 << d;
        allStops[d] += none ? 0 : 0.5;
      }
      return new RunLengths(allSteps, allStops);
    }
  }

  /**
   * Returns the negative natural logarithm of how likely a run goes on for another step; of all its
   * steps added up, it is that of the share of ordinary values that stay so long.
   */
  double goesOn(int run) {
    if (run == 0) {
      return 0;
    }
    int doubling = Math.min(doubling(run), steps.length - 1);
    int gone = run - (1 << doubling);
    return -Math.log1p(-stops[doubling] / (steps[doubling] + gone));
  }

  double[] stored() {
    double[] stored = Arrays.copyOf(steps, 2 * steps.length);
    System.arraycopy(stops, 0, stored, steps.length, stops.length);
    return stored;
  }

  /**
   * Returns what was {@link #stored}.
   *
   * @throws IllegalArgumentException if it is not what that method returns
   */
  static RunLengths of(double[] stored) {
    int count = stored.length / 2;
    boolean right = stored.length % 2 == 0 && count >= 1 && count <= MOST;
    for (int d = 0; d < count && right; d++) {
      right = stored[count + d] >= 0 && stored[d] > stored[count + d];
    }
    if (!right) {
      throw new IllegalArgumentException("there are no stored lengths of runs");
    }
    return new RunLengths(
        Arrays.copyOf(stored, count), Arrays.copyOfRange(stored, count, stored.length));
  }
}
