package dev.rondo.runtime.cell;

/**
 * Sums of products with a matrix whose columns are arrays of their own: loops of this form are what
 * Java's compiler turns into vector instructions.
 */
final class Products {
  private Products() {}

  /** Returns the columns of a matrix (rows, columns). */
  static float[][] columns(float[] matrix, int rows, int columns) {
    float[][] all = new float[columns][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        all[column][row] = matrix[row * columns + column];
      }
    }
    return all;
  }

  /**
   * Adds {@code M x}.
   *
   * @param columns of M
   * @param x whose values begin at {@code from}
   * @param sums to which is added
   */
  static void add(float[][] columns, float[] x, int from, float[] sums) {
    int k = 0;
    for (; k + 3 < columns.length; k += 4) {
      add(
          x[from + k],
          columns[k],
          x[from + k + 1],
          columns[k + 1],
          x[from + k + 2],
          columns[k + 2],
          x[from + k + 3],
          columns[k + 3],
          sums);
    }
    for (; k < columns.length; k++) {
      add(x[from + k], columns[k], sums);
    }
  }

  /** Four columns at once: the sums are read and written a quarter as often. */
  private static void add(
      float a,
      float[] first,
      float b,
      float[] second,
      float c,
      float[] third,
      float d,
      float[] fourth,
      float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
    }
  }

  private static void add(float a, float[] column, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a * column[j];
    }
  }

  static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }

  /** As exact in a float as Math.tanh is, which takes four times as long. */
  static float tanh(float x) {
    return (float) (1 - 2 / (Math.exp(2.0 * x) + 1));
  }
}
