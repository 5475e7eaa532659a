package dev.rondo.runtime.data.feature;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Median and quartiles of any amount of numbers: exact up to 32,768, of a random sample of so many
 * beyond (Vitter 1985, "Random sampling with a reservoir", algorithm R). The sample is drawn with a
 * fixed seed: the same numbers in the same order give the same quartiles.
 */
final class Quartiles {
  private static final int SAMPLE = 1 << 15;

  private final SplittableRandom random = new SplittableRandom(1985);
  private double[] sample = new double[64];
  private long count;

  void add(double value) {
    if (count < SAMPLE) {
      if (count == sample.length) {
        sample = Arrays.copyOf(sample, 2 * sample.length);
      }
      sample[(int) count] = value;
    } else {
      long place = random.nextLong(count + 1);
      if (place < SAMPLE) {
        sample[(int) place] = value;
      }
    }
    count++;
  }

  /** Returns the numbers, or the sample of them, in order. */
  double[] sorted() {
    double[] sorted = Arrays.copyOf(sample, (int) Math.min(count, SAMPLE));
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns a quantile, linear between neighbours, as NumPy computes it. */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double fraction = place - below;
    return fraction == 0
        ? sorted[below]
        : sorted[below] * (1 - fraction) + sorted[below + 1] * fraction;
  }
}
