package dev.rondo.runtime.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The volume under the surface of precision and recall (Paparrizos, Boniol, Palpanas, Tsay, Elmore
 * and Franklin 2022, Volume Under the Surface: A New Accuracy Evaluation Measure for Time-Series
 * Anomaly Detection): the area under the curve of precision and recall, averaged over buffers
 * around the windows from none to a longest, so that an alarm a little beside a window counts in
 * part. It needs no threshold, and is in [0, 1], the higher the better.
 *
 * <p>With a buffer of ℓ steps, half of them on each side, a step that is d beside a window counts
 * √(1 − d/ℓ). Recall is the part of the mean of windows with and without buffer that is found,
 * times the share of windows of which something is found. Precision falls in steps, as in average
 * precision. There are 250 thresholds, evenly among the ranks of the scores.
 */
public final class VusPr {
  private static final int THRESHOLDS = 250;
  private static final int LONGEST_BUFFER = 100;

  private VusPr() {}

  /** Returns the mean over buffers of 0 to 100 steps; NaN without windows. */
  public static double of(ScoredSeries series) {
    return of(series, LONGEST_BUFFER);
  }

  /**
   * Returns the mean over buffers; NaN without windows.
   *
   * @param longest the longest buffer, from 0
   */
  public static double of(ScoredSeries series, int longest) {
    if (series.windows().isEmpty()) {
      return Double.NaN;
    }
    double[] scores = series.scores().clone();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i];
    }
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    int[] counts = alarms(scores, order);
    double sum = 0;
    for (int buffer = 0; buffer <= longest; buffer++) {
      sum += area(series, scores, order, counts, buffer);
    }
    return sum / (longest + 1);
  }

  /** Returns how many steps are alarms at each threshold. */
  private static int[] alarms(double[] scores, Integer[] order) {
    int[] counts = new int[THRESHOLDS];
    int last = scores.length - 1;
    for (int k = 0; k < THRESHOLDS; k++) {
      int count = (int) ((double) k * last / (THRESHOLDS - 1)) + 1;
      double threshold = scores[order[count - 1]];
      while (count < order.length && scores[order[count]] == threshold) {
        count++;
      }
      counts[k] = count;
    }
    return counts;
  }

  private static double area(
      ScoredSeries series, double[] scores, Integer[] order, int[] counts, int buffer) {
    double[] labels = labels(series, buffer);
    double positives = (windowSteps(series) + Arrays.stream(labels).sum()) / 2;
    double[] highest = highestOfParts(labels, scores);
    double found = 0;
    double area = 0;
    double recallBefore = 0;
    int taken = 0;
    for (int count : counts) {
      for (; taken < count; taken++) {
        found += labels[order[taken]];
      }
      double threshold = scores[order[count - 1]];
      double existing = Arrays.stream(highest).filter(score -> score >= threshold).count();
      double recall = Math.min(found / positives, 1) * existing / highest.length;
      area += (recall - recallBefore) * found / count;
      recallBefore = recall;
    }
    return area;
  }

  private static double windowSteps(ScoredSeries series) {
    return series.windows().stream().mapToInt(LabelledWindow::length).sum();
  }

  /** Returns how much each step counts as anomalous. */
  private static double[] labels(ScoredSeries series, int buffer) {
    double[] labels = new double[series.scores().length];
    for (LabelledWindow window : series.windows()) {
      Arrays.fill(labels, window.first(), window.last() + 1, 1);
      for (int apart = 1; apart <= buffer / 2; apart++) {
        double part = Math.sqrt(1 - (double) apart / buffer);
        add(labels, window.first() - apart, part);
        if (apart < buffer / 2) { // as in the authors' code: one step less behind than before
          add(labels, window.last() + apart, part);
        }
      }
    }
    return labels;
  }

  private static void add(double[] labels, int i, double part) {
    if (i >= 0 && i < labels.length) {
      labels[i] = Math.min(1, labels[i] + part);
    }
  }

  /** Returns the highest score of each run of steps that count. */
  private static double[] highestOfParts(double[] labels, double[] scores) {
    List<Double> highest = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0) {
        if (i == 0 || labels[i - 1] == 0) {
          highest.add(scores[i]);
        } else {
          highest.set(highest.size() - 1, Math.max(highest.get(highest.size() - 1), scores[i]));
        }
      }
    }
    return highest.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
