package dev.rondo.runtime.train;

import java.util.ArrayList;
import java.util.List;

/** Counts how often what probabilities are of is so, for a {@link CalibrationReport}. */
public final class CalibrationBins {
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
  public void add(double probability, boolean isSo) {
    // a bin holds its upper end: ((i - 1) / 15, i / 15], and the first one 0
    int bin = Math.max(0, (int) Math.ceil(probability * BINS) - 1);
    counts[bin]++;
    right[bin] += isSo ? 1 : 0;
    sums[bin] += probability;
  }

  /** Returns how far the probabilities that were added are from how often it is so. */
  public CalibrationReport report() {
    List<CalibrationReport.Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        bins.add(
            new CalibrationReport.Bin(
                (double) i / BINS,
                (i + 1.0) / BINS,
                counts[i],
                Math.min(1, sums[i] / counts[i]),
                (double) right[i] / counts[i]));
      }
    }
    return new CalibrationReport(bins);
  }
}
