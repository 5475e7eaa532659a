package dev.rondo.runtime.data;

/**
 * Which features of steps are scaled by the window that they are in ({@link
 * dev.rondo.data.Scaling#WINDOW}): {@code (x - its mean) / (its deviation + ε)}. Immutable.
 */
public final class WindowScaling {
  private static final WindowScaling NONE = new WindowScaling(new int[0], new double[0]);

  private final int[] columns;
  private final double[] floors;

  private WindowScaling(int[] columns, double[] floors) {
    this.columns = columns;
    this.floors = floors;
  }

  /** Returns that none is. */
  public static WindowScaling none() {
    return NONE;
  }

  /**
   * Returns the scaling of some features.
   *
   * @param columns their places in a step, from 0
   * @param floors the ε of each, 0 or more
   * @throws IllegalArgumentException if there are more of one than of the other
   */
  public static WindowScaling of(int[] columns, double[] floors) {
    if (columns.length != floors.length) {
      throw new IllegalArgumentException(
          "there are %s columns and %s floors".formatted(columns.length, floors.length));
    }
    return columns.length == 0 ? NONE : new WindowScaling(columns.clone(), floors.clone());
  }

  /** Returns whether none is scaled so. */
  public boolean isNone() {
    return columns.length == 0;
  }

  /** Returns the scale of a window. */
  WindowScale of(float[] features, int from, int length, int width) {
    if (isNone()) {
      return WindowScale.none();
    }
    double[] centers = new double[columns.length];
    double[] factors = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int first = from * width + columns[i];
      double sum = 0;
      for (int t = 0; t < length; t++) {
        sum += features[first + t * width];
      }
      double mean = sum / length;
      double squares = 0;
      for (int t = 0; t < length; t++) {
        double delta = features[first + t * width] - mean;
        squares += delta * delta;
      }
      double spread = Math.sqrt(squares / length) + floors[i];
      centers[i] = mean;
      factors[i] = spread > 0 ? 1 / spread : 0;
    }
    return new WindowScale(columns, centers, factors);
  }
}
