package dev.rondo.runtime.reference;

import dev.rondo.runtime.engine.Processor;
import java.util.Arrays;

/** Products of whole numbers of 8 bits, by their definition, in float64. */
public final class WholeNumbers {
  private WholeNumbers() {}

  /** Returns the rows of a weight as whole numbers, ±127 at the largest magnitude of each. */
  public static double[][] rows(double[] weight, int columns) {
    double[][] rows = new double[weight.length / columns][columns];
    for (int row = 0; row < rows.length; row++) {
      double most = 0;
      for (int i = 0; i < columns; i++) {
        most = Math.max(most, Math.abs(weight[row * columns + i]));
      }
      for (int i = 0; i < columns; i++) {
        rows[row][i] = Math.rint(weight[row * columns + i] / (most / 127)) * (most / 127);
      }
    }
    return rows;
  }

  /** Returns products with values that are rounded to so many levels between 0 and the most. */
  public static double[] product(double[][] weight, double[] values, double most) {
    int levels = levels();
    double[] sums = new double[weight.length];
    for (int row = 0; row < sums.length; row++) {
      for (int i = 0; i < values.length; i++) {
        double rounded = Math.rint(values[i] / most * levels);
        rounded = Math.max(-levels - 1, Math.min(254 - levels, rounded));
        sums[row] += weight[row][i] * rounded * most / levels;
      }
    }
    return sums;
  }

  /** Returns the largest magnitude, which is more than 0. */
  public static double most(double[] values) {
    return Math.max(1e-30, Arrays.stream(values).map(Math::abs).max().orElseThrow());
  }

  private static int levels() {
    String flags = " " + Processor.facts().get("instructions") + " ";
    return flags.contains(" avx512_vnni ") ? 127 : 63;
  }
}
