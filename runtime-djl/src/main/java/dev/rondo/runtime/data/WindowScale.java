package dev.rondo.runtime.data;

/** How some features of one window are scaled. Immutable; the arrays are not copied. */
final class WindowScale {
  private static final WindowScale NONE = new WindowScale(new int[0], new double[0], new double[0]);

  private final int[] columns;
  private final double[] centers;
  private final double[] factors;

  WindowScale(int[] columns, double[] centers, double[] factors) {
    this.columns = columns;
    this.centers = centers;
    this.factors = factors;
  }

  static WindowScale none() {
    return NONE;
  }

  boolean isNone() {
    return columns.length == 0;
  }

  /** Scales the features of a window where they stand. */
  void apply(float[] features, int at, int length, int width) {
    for (int i = 0; i < columns.length; i++) {
      for (int t = 0; t < length; t++) {
        int place = at + t * width + columns[i];
        features[place] = (float) ((features[place] - centers[i]) * factors[i]) + 0f; // no -0
      }
    }
  }
}
