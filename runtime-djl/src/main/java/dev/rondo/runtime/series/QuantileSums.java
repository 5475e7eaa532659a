package dev.rondo.runtime.series;

import java.util.ArrayList;
import java.util.List;

/** Sums from which {@link QuantileScores} are made. */
final class QuantileSums {
  private final double[] levels;
  private final double[] pinball;
  private final double[] widths;
  private final long[] insideBefore;
  private final long[][] inside;
  private final long[] values;

  QuantileSums(double[] levels, int horizon) {
    this.levels = levels;
    int pairs = levels.length / 2;
    pinball = new double[levels.length];
    widths = new double[pairs];
    insideBefore = new long[pairs];
    inside = new long[pairs][horizon];
    values = new long[horizon];
  }

  void add(int step, double actual, double[] before, double[] after) {
    int first = step * levels.length;
    values[step]++;
    for (int i = 0; i < levels.length; i++) {
      pinball[i] += QuantileScores.pinball(levels[i], actual, after[first + i]);
    }
    for (int pair = 0; pair < widths.length; pair++) {
      int low = first + pair;
      int high = first + levels.length - 1 - pair;
      widths[pair] += after[high] - after[low];
      insideBefore[pair] += before[low] <= actual && actual <= before[high] ? 1 : 0;
      inside[pair][step] += after[low] <= actual && actual <= after[high] ? 1 : 0;
    }
  }

  QuantileScores scores() {
    double all = 0;
    for (long count : values) {
      all += count;
    }
    List<Double> level = new ArrayList<>();
    List<Double> loss = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      level.add(levels[i]);
      loss.add(pinball[i] / all);
    }
    List<IntervalScores> intervals = new ArrayList<>();
    for (int pair = 0; pair < widths.length; pair++) {
      List<Double> steps = new ArrayList<>();
      double sum = 0;
      for (int step = 0; step < values.length; step++) {
        steps.add((double) inside[pair][step] / values[step]);
        sum += inside[pair][step];
      }
      intervals.add(
          new IntervalScores(
              levels[pair],
              levels[levels.length - 1 - pair],
              sum / all,
              insideBefore[pair] / all,
              widths[pair] / all,
              steps));
    }
    return new QuantileScores(level, loss, intervals);
  }
}
