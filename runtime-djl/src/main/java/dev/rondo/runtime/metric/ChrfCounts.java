package dev.rondo.runtime.metric;

import java.util.List;
import java.util.Map;

/** The counts that chrF2 is computed from, of a segment or summed over several. */
final class ChrfCounts {
  private static final int LONGEST = 6;

  /** Recall weighs beta times as much as precision. */
  private static final double BETA = 2;

  private final long[] hypothesis = new long[LONGEST];
  private final long[] reference = new long[LONGEST];
  private final long[] matches = new long[LONGEST];

  /** Returns the counts of two texts, given by their characters. */
  static ChrfCounts of(List<Integer> hypothesis, List<Integer> reference) {
    ChrfCounts counts = new ChrfCounts();
    for (int n = 1; n <= LONGEST; n++) {
      Map<List<Integer>, Integer> allowed = Ngrams.count(reference, n);
      counts.reference[n - 1] = Ngrams.number(reference, n);
      // where the reference is too short to have any, the hypothesis's do not count against it
      counts.hypothesis[n - 1] = allowed.isEmpty() ? 0 : Ngrams.number(hypothesis, n);
      counts.matches[n - 1] = Ngrams.shared(Ngrams.count(hypothesis, n), allowed);
    }
    return counts;
  }

  void add(ChrfCounts others) {
    for (int i = 0; i < LONGEST; i++) {
      hypothesis[i] += others.hypothesis[i];
      reference[i] += others.reference[i];
      matches[i] += others.matches[i];
    }
  }

  /**
   * Returns the F-score in [0, 100] of mean precision and mean recall. The means are over those
   * lengths of which both sides have n-grams.
   */
  double score() {
    double precision = 0;
    double recall = 0;
    int lengths = 0;
    for (int i = 0; i < LONGEST; i++) {
      if (hypothesis[i] > 0 && reference[i] > 0) {
        precision += (double) matches[i] / hypothesis[i];
        recall += (double) matches[i] / reference[i];
        lengths++;
      }
    }
    if (precision + recall == 0) {
      return 0;
    }
    precision /= lengths;
    recall /= lengths;
    double factor = BETA * BETA;
    return 100 * ((1 + factor) * precision * recall / (factor * precision + recall));
  }
}
