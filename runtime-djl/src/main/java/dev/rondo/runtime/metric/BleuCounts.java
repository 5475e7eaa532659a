package dev.rondo.runtime.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counts that BLEU is computed from, summed over segments. */
final class BleuCounts {
  private static final int LONGEST = 4;

  private final long[] matches = new long[LONGEST];
  private final long[] totals = new long[LONGEST];
  private long hypothesisLength;
  private long referenceLength;

  /** Adds a segment, given by the words of its texts. */
  void add(List<String> hypothesis, List<List<String>> references) {
    hypothesisLength += hypothesis.size();
    referenceLength += closest(hypothesis.size(), references);
    for (int n = 1; n <= LONGEST; n++) {
      Map<List<String>, Integer> allowed = new HashMap<>();
      for (List<String> reference : references) {
        Ngrams.count(reference, n)
            .forEach((ngram, count) -> allowed.merge(ngram, count, Integer::max));
      }
      matches[n - 1] += Ngrams.shared(Ngrams.count(hypothesis, n), allowed);
      totals[n - 1] += Ngrams.number(hypothesis, n);
    }
  }

  /** Returns the reference length closest to a hypothesis's, the shorter of two as close. */
  private static int closest(int length, List<List<String>> references) {
    int closest = references.get(0).size();
    for (List<String> reference : references) {
      int difference = Math.abs(reference.size() - length);
      int least = Math.abs(closest - length);
      if (difference < least || (difference == least && reference.size() < closest)) {
        closest = reference.size();
      }
    }
    return closest;
  }

  /**
   * Returns the score.
   *
   * @param effectiveOrder leaves out the lengths of which the hypotheses have no n-grams
   */
  BleuScore score(Smoothing smoothing, boolean effectiveOrder, String signature) {
    List<Double> precisions = precisions(smoothing);
    int order = effectiveOrder ? lengthsWithNgrams() : LONGEST;
    // rounding makes 100.00000000000004 of four hundreds
    double score = Math.min(100, brevityPenalty() * geometricMean(precisions.subList(0, order)));
    return new BleuScore(
        score, precisions, brevityPenalty(), hypothesisLength, referenceLength, signature);
  }

  private List<Double> precisions(Smoothing smoothing) {
    List<Double> precisions = new ArrayList<>();
    // a hypothesis without a single right word gets nothing from smoothing
    boolean smooth = smoothing == Smoothing.EXP && matches[0] > 0;
    double share = 1;
    for (int i = 0; i < LONGEST; i++) {
      double right = matches[i];
      if (right == 0 && smooth) {
        share /= 2;
        right = share;
      }
      precisions.add(totals[i] == 0 ? 0 : 100 * right / totals[i]);
    }
    return precisions;
  }

  private int lengthsWithNgrams() {
    int lengths = 0;
    while (lengths < LONGEST && totals[lengths] > 0) {
      lengths++;
    }
    return lengths;
  }

  private double brevityPenalty() {
    if (hypothesisLength >= referenceLength) {
      return 1;
    }
    return hypothesisLength == 0 ? 0 : Math.exp(1 - (double) referenceLength / hypothesisLength);
  }

  private static double geometricMean(List<Double> values) {
    double logarithms = 0;
    for (double value : values) {
      logarithms += Math.log(value); // of 0 minus infinity, which makes the mean 0
    }
    return values.isEmpty() ? 0 : Math.exp(logarithms / values.size());
  }
}
