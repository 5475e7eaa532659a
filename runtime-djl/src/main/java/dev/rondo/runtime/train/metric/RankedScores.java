package dev.rondo.runtime.train.metric;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The scores of yes-or-no answers, kept to rank them: four bytes and a bit for each, and eight
 * bytes more while they are ranked.
 */
final class RankedScores {
  private float[] scores = new float[64];
  private final BitSet yes = new BitSet();
  private int size;

  /** Adds a finite score and whether the right answer is yes. */
  void add(float score, boolean expected) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
    }
    scores[size] = score;
    yes.set(size, expected);
    size++;
  }

  /**
   * Returns the average precision {@code Σ (R_n - R_(n-1)) P_n}, with precision P_n and recall R_n
   * of the answers whose score is at least the n-th highest of all different scores; as
   * scikit-learn. NaN where no right answer is yes.
   */
  double averagePrecision() {
    long[] ranked = new long[size];
    for (int i = 0; i < size; i++) {
      ranked[i] = ((long) ordered(scores[i]) << 1) | (yes.get(i) ? 1 : 0);
    }
    Arrays.sort(ranked);
    double all = yes.cardinality();
    double sum = 0;
    long found = 0;
    int i = size;
    while (i > 0) {
      long score = ranked[i - 1] >> 1;
      long before = found;
      while (i > 0 && ranked[i - 1] >> 1 == score) {
        i--;
        found += ranked[i] & 1;
      }
      sum += (found - before) * ((double) found / (size - i));
    }
    return sum / all;
  }

  /** Returns a number that is ordered as scores are; 0 and -0 are one. */
  private static int ordered(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }
}
