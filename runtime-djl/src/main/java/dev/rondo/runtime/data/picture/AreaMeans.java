package dev.rondo.runtime.data.picture;

/**
 * Brings so many values to another number of them: each is the mean of the part that it covers of
 * those that there are. Immutable.
 */
final class AreaMeans {
  private final int from;
  private final int[] first;
  private final float[][] weights;

  /**
   * Prepares it.
   *
   * @param from how many values there are
   * @param to how many there will be
   */
  AreaMeans(int from, int to) {
    this.from = from;
    this.first = new int[to];
    this.weights = new float[to][];
    for (int i = 0; i < to; i++) {
      // in whole numbers: a value is to parts long, and each part of the result from of them
      long begin = (long) i * from;
      long end = begin + from;
      first[i] = (int) (begin / to);
      int last = (int) ((end - 1) / to);
      weights[i] = new float[last - first[i] + 1];
      for (int k = 0; k < weights[i].length; k++) {
        long value = (long) (first[i] + k) * to;
        long covered = Math.min(end, value + to) - Math.max(begin, value);
        weights[i][k] = (float) (covered / (double) from);
      }
    }
  }

  /** Returns how many values there are. */
  int from() {
    return from;
  }

  /** Returns the first value that a result covers. */
  int first(int result) {
    return first[result];
  }

  /** Returns what the values weigh that a result covers, from the first on; not to be changed. */
  float[] weights(int result) {
    return weights[result];
  }
}
