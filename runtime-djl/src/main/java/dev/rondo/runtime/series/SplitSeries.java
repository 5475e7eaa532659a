package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one target in one or many series, each cut in time: what comes before the cut is
 * for training, the rest for testing. Series may be of any length. A missing value is NaN.
 *
 * <p>The arrays are not copied: windows are views of them, and they must not be changed.
 */
public final class SplitSeries {
  private final List<double[]> values;
  private final int[] cuts;

  private SplitSeries(List<double[]> values, int[] cuts) {
    this.values = values;
    this.cuts = cuts;
  }

  /**
   * Creates one from the values of each series and its cut.
   *
   * @param cuts how many steps of each series are for training, from 0 (a series that training
   *     never saw) to its length
   * @throws IllegalArgumentException if there is no series, a value is infinite, or a cut does not
   *     fit its series
   */
  public static SplitSeries of(List<double[]> values, int[] cuts) {
    List<double[]> series = Arguments.copyOf(values, "series");
    if (series.isEmpty()) {
      throw new IllegalArgumentException("there is no series");
    }
    if (series.size() != cuts.length) {
      throw new IllegalArgumentException(
          series.size() + " series and " + cuts.length + " cuts, must be as many");
    }
    for (int s = 0; s < cuts.length; s++) {
      int length = series.get(s).length;
      if (cuts[s] < 0 || cuts[s] > length) {
        throw new IllegalArgumentException(
            "series " + s + " has " + length + " steps and cannot be cut at " + cuts[s]);
      }
      for (int t = 0; t < length; t++) {
        if (Double.isInfinite(series.get(s)[t])) {
          throw new IllegalArgumentException("series " + s + ", step " + t + " is infinite");
        }
      }
    }
    return new SplitSeries(series, cuts.clone());
  }

  /**
   * Cuts each series so that the last part is for testing.
   *
   * @param share of the steps that is for testing, in (0, 1); of each series this many steps,
   *     rounded
   * @throws IllegalArgumentException if the share is outside (0, 1), there is no series, or a value
   *     is infinite
   */
  public static SplitSeries lastPart(List<double[]> values, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the share of the last part is " + share + ", not in (0, 1)");
    }
    int[] cuts = new int[values.size()];
    for (int s = 0; s < cuts.length; s++) {
      int length = Arguments.notNull(values.get(s), "series", s).length;
      cuts[s] = length - (int) Math.round(length * share);
    }
    return of(values, cuts);
  }

  /** Returns how many series there are. */
  public int count() {
    return cuts.length;
  }

  /** Returns how many steps a series has. */
  public int length(int series) {
    return values.get(series).length;
  }

  /** Returns how many steps of a series are for training. */
  public int cut(int series) {
    return cuts[series];
  }

  /** Returns a value; NaN if it is missing. */
  public double value(int series, int position) {
    return values.get(series)[position];
  }

  /**
   * Returns all origins of the test part: each from which the whole horizon is inside it, and
   * before which some value is known.
   *
   * @param horizon how many steps are forecast
   */
  public List<Origin> origins(int horizon) {
    List<Origin> origins = new ArrayList<>();
    for (int s = 0; s < cuts.length; s++) {
      int first = Math.max(cuts[s], firstKnown(s) + 1);
      for (int position = first; position + horizon <= length(s); position++) {
        origins.add(new Origin(s, position));
      }
    }
    return origins;
  }

  /** Returns the last value that is known before a place; NaN if none is. */
  double lastKnown(int series, int position) {
    double[] steps = values.get(series);
    for (int t = Math.min(position, steps.length) - 1; t >= 0; t--) {
      if (!Double.isNaN(steps[t])) {
        return steps[t];
      }
    }
    return Double.NaN;
  }

  /** Returns the array of a series, which must not be changed. */
  double[] array(int series) {
    return values.get(series);
  }

  private int firstKnown(int series) {
    double[] steps = values.get(series);
    int first = 0;
    while (first < steps.length && Double.isNaN(steps[first])) {
      first++;
    }
    return first;
  }
}
