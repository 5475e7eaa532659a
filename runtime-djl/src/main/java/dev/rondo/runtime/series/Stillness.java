package dev.rondo.runtime.series;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a number stays exactly the same in ordinary data: of the value that it rests at most
 * often, such as 0 at night, and of all others, each by their {@link RunLengths}.
 */
final class Stillness {
  private final double rest;
  private final RunLengths resting;
  private final RunLengths others;

  private Stillness(double rest, RunLengths resting, RunLengths others) {
    this.rest = rest;
    this.resting = resting;
    this.others = others;
  }

  /**
   * Learns from ordinary series.
   *
   * @param series of each the values in order; NaN where one is missing, which ends a run
   */
  static Stillness learn(List<double[]> series) {
    double rest = mostRepeated(series);
    RunLengths.Counts resting = new RunLengths.Counts();
    RunLengths.Counts others = new RunLengths.Counts();
    for (double[] values : series) {
      int run = 0;
      for (int t = 1; t < values.length; t++) {
        double last = values[t - 1];
        boolean repeats = values[t] == last;
        if (!Double.isNaN(last) && !Double.isNaN(values[t])) {
          (last == rest ? resting : others).add(run, repeats);
        }
        run = repeats ? RunLengths.longer(run) : 0;
      }
    }
    return new Stillness(rest, resting.learn(), others.learn());
  }

  /** Returns the lowest of the values that are repeated most often; 0 where none is. */
  private static double mostRepeated(List<double[]> series) {
    Map<Double, Integer> repeated = new HashMap<>();
    for (double[] values : series) {
      for (int t = 1; t < values.length; t++) {
        if (values[t] == values[t - 1]) {
          repeated.merge(values[t] + 0.0, 1, Integer::sum); // -0.0 is 0.0
        }
      }
    }
    double most = 0;
    int count = 0;
    for (Map.Entry<Double, Integer> each : repeated.entrySet()) {
      double value = each.getKey();
      if (each.getValue() > count || (each.getValue() == count && value < most)) {
        most = value;
        count = each.getValue();
      }
    }
    return most;
  }

  /**
   * Returns the negative natural logarithm of how likely a run goes on for another step.
   *
   * @param run how many steps in a row have repeated the value before them
   */
  double goesOn(double value, int run) {
    return (value == rest ? resting : others).goesOn(run);
  }

  double[] stored() {
    double[] ofRest = resting.stored();
    double[] ofOthers = others.stored();
    double[] stored = new double[2 + ofRest.length + ofOthers.length];
    stored[0] = rest;
    stored[1] = ofRest.length;
    System.arraycopy(ofRest, 0, stored, 2, ofRest.length);
    System.arraycopy(ofOthers, 0, stored, 2 + ofRest.length, ofOthers.length);
    return stored;
  }

  /**
   * Returns what was {@link #stored}.
   *
   * @throws IllegalArgumentException if it is not what that method returns
   */
  static Stillness of(double[] stored) {
    int most = stored.length - 2;
    if (most < 0 || !Double.isFinite(stored[0]) || !(stored[1] >= 0 && stored[1] <= most)) {
      throw new IllegalArgumentException("there is no stored stillness of a number");
    }
    int first = 2 + (int) stored[1];
    return new Stillness(
        stored[0],
        RunLengths.of(Arrays.copyOfRange(stored, 2, first)),
        RunLengths.of(Arrays.copyOfRange(stored, first, stored.length)));
  }
}
