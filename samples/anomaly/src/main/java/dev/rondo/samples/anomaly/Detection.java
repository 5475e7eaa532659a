package dev.rondo.samples.anomaly;

import dev.rondo.runtime.series.Episodes;
import dev.rondo.runtime.series.LabelledWindow;
import java.util.List;

/**
 * What the alarms of a stream found of what is known to be wrong in it.
 *
 * @param found of each window whether there is an alarm in it, or at most ten steps behind
 * @param falseEpisodes alarms that are in no window, nor at most 48 steps behind one: so long the
 *     network reads what was wrong
 */
record Detection(List<Boolean> found, int falseEpisodes) {
  /** An alarm so many steps behind a window is still of it: so long the short term is. */
  private static final int LATE = 10;

  private static final int ECHO = 48;

  static Detection of(double[] scores, double threshold, List<LabelledWindow> windows) {
    List<Boolean> found =
        windows.stream()
            .map(window -> alarms(scores, threshold, window.first(), window.last() + LATE))
            .toList();
    int falseEpisodes = 0;
    for (LabelledWindow episode : Episodes.of(scores, threshold, LiveView.APART)) {
      boolean known =
          windows.stream()
              .anyMatch(w -> episode.last() >= w.first() && episode.first() <= w.last() + ECHO);
      falseEpisodes += known ? 0 : 1;
    }
    return new Detection(found, falseEpisodes);
  }

  private static boolean alarms(double[] scores, double threshold, int first, int last) {
    for (int t = first; t <= Math.min(last, scores.length - 1); t++) {
      if (scores[t] >= threshold) {
        return true;
      }
    }
    return false;
  }

  /** Returns the share of windows that are found. */
  double recall() {
    return found.stream().mapToInt(f -> f ? 1 : 0).average().orElse(Double.NaN);
  }
}
