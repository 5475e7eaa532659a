package dev.rondo.runtime.layer;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The values a weight starts with. They come from a Java generator of the training's seed, not from
 * PyTorch's, whose state cannot be kept apart between threads.
 */
@FunctionalInterface
interface Initializer {
  /**
   * Returns the values of a weight, row by row.
   *
   * @param rows its first dimension; the size of a vector
   * @param columns the product of its other dimensions; 1 for a vector
   */
  float[] values(int rows, int columns, RandomGenerator random);

  /** All the same value. */
  static Initializer constant(float value) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      Arrays.fill(values, value);
      return values;
    };
  }

  /** Normally distributed around 0; the first row, which stands for padding, is 0. */
  static Initializer embedding(double deviation) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      for (int i = columns; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      return values;
    };
  }

  /**
   * Uniform in ±√(6 / (in + out)), for each of the gates stacked in the rows by itself (Glorot and
   * Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks").
   */
  static Initializer xavier(int gates) {
    return (rows, columns, random) -> uniform(rows, columns, glorot(rows / gates, columns), random);
  }

  /**
   * As {@link #xavier}, but at least uniform in ±1 / √in, which is what PyTorch's {@code Linear}
   * starts with: a layer with many more outputs than inputs would else send back next to no
   * gradient.
   */
  static Initializer dense() {
    return (rows, columns, random) ->
        uniform(rows, columns, Math.max(glorot(rows, columns), 1 / Math.sqrt(columns)), random);
  }

  /**
   * An orthogonal matrix for each of the square gates stacked in the rows (Saxe et al. 2014, <a
   * href="https://arxiv.org/abs/1312.6120">arXiv:1312.6120</a>), by the modified Gram-Schmidt
   * process on normally distributed rows.
   */
  static Initializer orthogonal() {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      for (int gate = 0; gate < rows / columns; gate++) {
        double[][] matrix = orthogonalRows(columns, random);
        for (int row = 0; row < columns; row++) {
          for (int column = 0; column < columns; column++) {
            values[(gate * columns + row) * columns + column] = (float) matrix[row][column];
          }
        }
      }
      return values;
    };
  }

  /** Zero but for one of four gates, which is {@code value}: the forget gate of an LSTM's bias. */
  static Initializer forgetGate(float value) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      Arrays.fill(values, rows / 4, rows / 2, value);
      return values;
    };
  }

  private static double glorot(int rows, int columns) {
    return Math.sqrt(6.0 / (rows + columns));
  }

  private static float[] uniform(int rows, int columns, double bound, RandomGenerator random) {
    float[] values = new float[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  private static double[][] orthogonalRows(int size, RandomGenerator random) {
    double[][] matrix = new double[size][size];
    for (int row = 0; row < size; row++) {
      double norm;
      do {
        for (int column = 0; column < size; column++) {
          matrix[row][column] = random.nextGaussian();
        }
        for (int before = 0; before < row; before++) {
          double overlap = dot(matrix[row], matrix[before]);
          for (int column = 0; column < size; column++) {
            matrix[row][column] -= overlap * matrix[before][column];
          }
        }
        norm = Math.sqrt(dot(matrix[row], matrix[row]));
        // a row that lies in the span of the others leaves only rounding errors: draw again
      } while (norm < 1e-6);
      for (int column = 0; column < size; column++) {
        matrix[row][column] /= norm;
      }
    }
    return matrix;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
