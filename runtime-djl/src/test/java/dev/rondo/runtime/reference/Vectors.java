package dev.rondo.runtime.reference;

import java.util.Arrays;

/** Small operations on vectors and on sequences of vectors. */
final class Vectors {
  private Vectors() {}

  /** Returns W x + b, W given row by row. */
  static double[] affine(double[] weights, double[] x, double[] bias) {
    double[] result = bias.clone();
    for (int row = 0; row < bias.length; row++) {
      for (int column = 0; column < x.length; column++) {
        result[row] += weights[row * x.length + column] * x[column];
      }
    }
    return result;
  }

  /** Returns the products of the elements. */
  static double[] product(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] * b[i];
    }
    return result;
  }

  static double[] sum(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] + b[i];
    }
    return result;
  }

  static double[] ones(int size) {
    double[] result = new double[size];
    Arrays.fill(result, 1);
    return result;
  }

  static double[][] reversed(double[][] steps) {
    double[][] result = new double[steps.length][];
    for (int t = 0; t < steps.length; t++) {
      result[t] = steps[steps.length - 1 - t];
    }
    return result;
  }

  static double[] joined(double[] a, double[] b) {
    double[] result = new double[a.length + b.length];
    System.arraycopy(a, 0, result, 0, a.length);
    System.arraycopy(b, 0, result, a.length, b.length);
    return result;
  }
}
