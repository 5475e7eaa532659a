package dev.rondo.runtime.series;

/** The levels of quantiles: ascending, each in (0, 1). */
final class Levels {
  private Levels() {}

  static double[] checked(double... levels) {
    double before = 0;
    for (double level : levels) {
      if (!(level > before && level < 1)) {
        throw new IllegalArgumentException(
            "quantile " + level + " follows " + before + ", must ascend inside (0, 1)");
      }
      before = level;
    }
    if (levels.length == 0) {
      throw new IllegalArgumentException("there is no quantile, must be at least one");
    }
    return levels.clone();
  }

  /** Returns the index of the level that is nearest to the median: the forecast of one value. */
  static int middle(double[] levels) {
    int best = 0;
    for (int i = 1; i < levels.length; i++) {
      if (Math.abs(levels[i] - 0.5) < Math.abs(levels[best] - 0.5)) {
        best = i;
      }
    }
    return best;
  }
}
