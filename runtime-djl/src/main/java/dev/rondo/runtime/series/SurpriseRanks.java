package dev.rondo.runtime.series;

import java.util.Arrays;

/**
 * Where a surprise stands among those of ordinary data: what is returned is again a negative
 * logarithm of a share, on the same scale for densities and for probabilities.
 *
 * <p>Among nine tenths of the ordinary data it is the share of them that is at least as large;
 * beyond, an exponential tail with the mean excess of the last tenth goes on, so that it does not
 * end where the data does.
 */
final class SurpriseRanks {
  private static final int MOST_KNOTS = 256;
  private static final double TAIL = 0.1;

  private final double[] knots; // quantiles of the ordinary surprises, ascending
  private final double excess;

  private SurpriseRanks(double[] knots, double excess) {
    this.knots = knots;
    this.excess = excess;
  }

  /** Learns from surprises of ordinary data; at least one, none NaN. */
  static SurpriseRanks learn(double[] surprises) {
    double[] sorted = surprises.clone();
    Arrays.sort(sorted);
    int tail = (int) Math.floor((1 - TAIL) * (sorted.length - 1));
    double excess = 0;
    for (int i = tail; i < sorted.length; i++) {
      excess += (sorted[i] - sorted[tail]) / (sorted.length - tail);
    }
    int count = Math.min(MOST_KNOTS, tail + 1);
    double[] knots = new double[count];
    for (int k = 0; k < count; k++) {
      knots[k] = sorted[count == 1 ? tail : (int) ((long) k * tail / (count - 1))];
    }
    return new SurpriseRanks(knots, Math.max(excess, leastExcess(knots)));
  }

  /** Ordinary data may be all alike: then what differs a little is not at once impossible. */
  private static double leastExcess(double[] knots) {
    return 0.01 + 0.1 * Math.abs(knots[knots.length - 1]);
  }

  static SurpriseRanks of(double[] stored) {
    return new SurpriseRanks(Arrays.copyOf(stored, stored.length - 1), stored[stored.length - 1]);
  }

  double[] stored() {
    double[] stored = Arrays.copyOf(knots, knots.length + 1);
    stored[knots.length] = excess;
    return stored;
  }

  /** Returns the negative natural logarithm of the share of ordinary data that is as surprising. */
  double rank(double surprise) {
    double top = knots[knots.length - 1];
    if (surprise >= top) {
      return (surprise - top) / excess - Math.log(TAIL);
    }
    int found = Arrays.binarySearch(knots, surprise);
    double below;
    if (found >= 0) { // the middle of those that are equal
      int first = found;
      int last = found;
      while (first > 0 && knots[first - 1] == surprise) {
        first--;
      }
      while (knots[last + 1] == surprise) {
        last++;
      }
      below = (first + last) / 2.0;
    } else {
      int after = -found - 1;
      below =
          after == 0
              ? 0
              : after - 1 + (surprise - knots[after - 1]) / (knots[after] - knots[after - 1]);
    }
    return -Math.log1p(-(1 - TAIL) * below / (knots.length - 1));
  }
}
