package dev.rondo.runtime.train;

/**
 * Compares probabilities with how often what they are of is so: the expected calibration error (Guo
 * et al. 2017, "On calibration of modern neural networks", arXiv:1706.04599) over 15 bins of equal
 * width.
 */
final class CalibrationBins {
  private static final int BINS = 15;

  private final long[] counts = new long[BINS];
  private final long[] right = new long[BINS];
  private final double[] sums = new double[BINS];

  /**
   * Adds a probability.
   *
   * @param probability in [0, 1]
   * @param isSo whether what it is of is so
   */
  void add(double probability, boolean isSo) {
    // a bin holds its upper end: ((i - 1) / 15, i / 15], and the first one 0
    int bin = Math.max(0, (int) Math.ceil(probability * BINS) - 1);
    counts[bin]++;
    right[bin] += isSo ? 1 : 0;
    sums[bin] += probability;
  }

  /** Returns {@code Σ n_b / n · |share that is so - mean probability|}; NaN without any. */
  double error() {
    long all = 0;
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      all += counts[i];
      sum += Math.abs(right[i] - sums[i]);
    }
    return sum / all;
  }
}
