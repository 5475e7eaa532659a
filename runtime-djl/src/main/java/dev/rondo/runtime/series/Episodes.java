package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Alarms that belong together: people are called once for each episode, not for each step. */
public final class Episodes {
  private Episodes() {}

  /**
   * Returns the episodes of a series: runs of steps from one alarm to the last one that has another
   * close before it.
   *
   * @param scores of each step; NaN gives no alarm
   * @param threshold scores from here on are alarms
   * @param apart an alarm that is at most so many steps behind another belongs to its episode
   */
  public static List<LabelledWindow> of(double[] scores, double threshold, int apart) {
    List<LabelledWindow> episodes = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= threshold) {
        if (first >= 0 && i - last > apart) {
          episodes.add(new LabelledWindow(first, last));
          first = -1;
        }
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0) {
      episodes.add(new LabelledWindow(first, last));
    }
    return episodes;
  }

  /**
   * Returns the lowest threshold with which ordinary data has no more than so many episodes.
   *
   * @param ordinary the scores of series without anomalies, which the model did not learn from
   * @param step how far two steps are apart in time
   * @param perDay how many false episodes a day are accepted
   * @param apart an alarm that is at most so many steps behind another belongs to its episode
   * @throws IllegalArgumentException if the data is so short that fewer than three false episodes
   *     are to be expected in it: a threshold would be an accident
   */
  public static double threshold(List<double[]> ordinary, Duration step, double perDay, int apart) {
    List<double[]> series = Arguments.copyOf(ordinary, "ordinary");
    List<Double> candidates = new ArrayList<>();
    for (double[] scores : series) {
      for (double score : scores) {
        if (!Double.isNaN(score)) {
          candidates.add(score);
        }
      }
    }
    double days = candidates.size() * (step.toMillis() / 86_400_000.0);
    double expected = days * perDay;
    if (!(expected >= 3)) {
      throw new IllegalArgumentException(
          "%s false episodes a day are %s in the %s days of scores on ordinary data; a threshold needs at least 3: validate on %s days or more, or accept more"
              .formatted(
                  Figures.text(perDay),
                  Figures.text(expected),
                  Figures.text(days),
                  Figures.text(3 / perDay)));
    }
    double[] sorted =
        candidates.stream().mapToDouble(Double::doubleValue).distinct().sorted().toArray();
    double threshold = Math.nextUp(sorted[sorted.length - 1]);
    for (int i = sorted.length - 1; i >= 0; i--) {
      if (count(series, sorted[i], apart) > expected) {
        break; // below, episodes may grow together and be fewer again, but not better
      }
      threshold = sorted[i];
    }
    return threshold;
  }

  private static long count(List<double[]> series, double threshold, int apart) {
    return series.stream().mapToLong(scores -> of(scores, threshold, apart).size()).sum();
  }
}
