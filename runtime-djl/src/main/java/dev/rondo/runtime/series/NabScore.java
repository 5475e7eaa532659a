package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015, Evaluating Real-time Anomaly
 * Detection Algorithms): an alarm inside of a window earns the more the earlier it is, only the
 * best of each window counts; one outside costs the more the farther it is behind the last window.
 * 100 is a perfect detector, 0 one that never alarms; it may be below 0.
 *
 * <p>The first steps of each series, 15 % but at most 750, are not scored: detectors learn there.
 *
 * @param score the normalised score
 * @param threshold scores from here on are alarms
 */
public record NabScore(double score, double threshold) {
  private static final double PROBATION = 0.15;
  private static final int LONGEST_PROBATION = 750;

  /** Returns how many steps at the beginning of a series are not scored. */
  public static int probation(int steps) {
    return Math.min((int) Math.floor(PROBATION * steps), LONGEST_PROBATION);
  }

  /**
   * Returns the score with the one threshold, for all series, that is best: as the benchmark does
   * for every detector.
   *
   * @throws IllegalArgumentException if no series has a window after its probation
   */
  public static NabScore optimised(List<ScoredSeries> series, NabProfile profile) {
    Points points = new Points(series, profile);
    points.points.sort((a, b) -> Double.compare(b.score, a.score));
    double[] ofWindows = new double[points.windows];
    Arrays.fill(ofWindows, -profile.falseNegative());
    double total = -profile.falseNegative() * points.windows;
    double best = total;
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.points.size(); i++) {
      Point point = points.points.get(i);
      if (point.window < 0) {
        total += point.worth;
      } else if (point.worth > ofWindows[point.window]) {
        total += point.worth - ofWindows[point.window];
        ofWindows[point.window] = point.worth;
      }
      boolean last = i + 1 == points.points.size() || points.points.get(i + 1).score < point.score;
      if (last && total > best) {
        best = total;
        threshold = point.score;
      }
    }
    return new NabScore(points.normalised(best), threshold);
  }

  /**
   * Returns the score with a threshold.
   *
   * @param threshold scores from here on are alarms
   * @throws IllegalArgumentException if no series has a window after its probation
   */
  public static NabScore at(double threshold, List<ScoredSeries> series, NabProfile profile) {
    Points points = new Points(series, profile);
    double[] ofWindows = new double[points.windows];
    Arrays.fill(ofWindows, -profile.falseNegative());
    double total = 0;
    for (Point point : points.points) {
      if (point.score >= threshold && point.window < 0) {
        total += point.worth;
      } else if (point.score >= threshold) {
        ofWindows[point.window] = Math.max(ofWindows[point.window], point.worth);
      }
    }
    for (double window : ofWindows) {
      total += window;
    }
    return new NabScore(points.normalised(total), threshold);
  }

  /**
   * A step that can be an alarm.
   *
   * @param worth what an alarm there adds
   * @param window which window it is in, of all series; -1 if in none
   */
  private record Point(double score, double worth, int window) {}

  /** All steps that are scored. */
  private static final class Points {
    private final List<Point> points = new ArrayList<>();
    private final NabProfile profile;
    private int windows;

    Points(List<ScoredSeries> series, NabProfile profile) {
      this.profile = profile;
      for (ScoredSeries one : Arguments.copyOf(series, "series")) {
        add(one);
      }
      if (windows == 0) {
        throw new IllegalArgumentException("no series has a window after its probation");
      }
    }

    private void add(ScoredSeries series) {
      double[] scores = series.scores();
      int probation = probation(scores.length);
      int next = 0;
      for (int i = 0; i < scores.length; i++) {
        while (next < series.windows().size() && series.windows().get(next).last() < i) {
          windows += series.windows().get(next).last() >= probation ? 1 : 0;
          next++;
        }
        if (i >= probation && !Double.isNaN(scores[i])) {
          boolean inside = next < series.windows().size() && series.windows().get(next).contains(i);
          double worth =
              inside
                  ? inside(series.windows().get(next), i)
                  : profile.falsePositive() * outside(series.windows(), next, i);
          points.add(new Point(scores[i], worth, inside ? windows : -1));
        }
      }
      if (next < series.windows().size()) { // it ends with the series
        windows++;
      }
    }

    private static double inside(LabelledWindow window, int i) {
      double position = -(window.last() - i + 1.0) / window.length();
      return sigmoid(position) / sigmoid(-1);
    }

    private static double outside(List<LabelledWindow> windows, int next, int i) {
      if (next == 0) {
        return -1;
      }
      LabelledWindow before = windows.get(next - 1);
      double position = (i - before.last()) / (before.length() - 1.0);
      return position >= 3 ? -1 : sigmoid(position);
    }

    private static double sigmoid(double position) {
      return 2 / (1 + Math.exp(5 * position)) - 1;
    }

    private double normalised(double total) {
      double none = -profile.falseNegative() * windows;
      return 100 * (total - none) / (windows - none);
    }
  }
}
