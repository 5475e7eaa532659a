package dev.rondo.runtime.series;

/**
 * First and second moments of all windows of some length in parts of series, computed without
 * cutting windows: along a diagonal of the second moments only the ends change.
 *
 * <p>Windows with a missing value are left out. Values are standardised first, so that sums keep
 * their digits.
 */
final class WindowMoments {
  private final int width;
  private final double mean;
  private final double scale;
  private final double[] sums;
  private final double[][] products;
  private long windows;

  WindowMoments(int width, double mean, double scale) {
    this.width = width;
    this.mean = mean;
    this.scale = scale;
    sums = new double[width];
    products = new double[width][width];
  }

  /** Adds all windows that lie in {@code values[from, to)}. */
  void add(double[] values, int from, int to) {
    int start = from;
    for (int t = from; t <= to; t++) {
      if (t == to || Double.isNaN(values[t])) {
        if (t - start >= width) {
          addWhole(values, start, t);
        }
        start = t + 1;
      }
    }
  }

  private void addWhole(double[] values, int from, int to) {
    int count = to - from - width + 1;
    double[] run = new double[to - from];
    for (int t = 0; t < run.length; t++) {
      run[t] = (values[from + t] - mean) / scale;
    }
    windows += count;
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += run[t];
    }
    for (int i = 0; i < width; i++) {
      sums[i] += sum;
      sum += (i + count < run.length ? run[i + count] : 0) - run[i];
    }
    for (int apart = 0; apart < width; apart++) {
      double product = 0;
      for (int t = 0; t < count; t++) {
        product += run[t] * run[t + apart];
      }
      for (int i = 0; i + apart < width; i++) {
        products[i][i + apart] += product;
        if (i + apart + 1 < width) {
          product += run[i + count] * run[i + count + apart] - run[i] * run[i + apart];
        }
      }
    }
  }

  long windows() {
    return windows;
  }

  /** Returns the mean of the values at a place of the windows. */
  double mean(int i) {
    return sums[i] / windows;
  }

  /** Returns the mean of the products of the values at two places of the windows. */
  double product(int i, int j) {
    return (i <= j ? products[i][j] : products[j][i]) / windows;
  }

  /** Returns the same moments of windows from each of which its value at a place is taken away. */
  WindowMoments centredOn(int place) {
    WindowMoments centred = new WindowMoments(width, mean, scale);
    centred.windows = windows;
    for (int i = 0; i < width; i++) {
      centred.sums[i] = sums[i] - sums[place];
      for (int j = i; j < width; j++) {
        centred.products[i][j] =
            windows
                * (product(i, j) - product(i, place) - product(j, place) + product(place, place));
      }
    }
    return centred;
  }
}
