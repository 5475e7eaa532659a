package dev.rondo.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people, in the texts of answers and reports. */
public final class Digits {
  /** Sizes outside of these are of no unit that people use, such as the rest of a sum of 0. */
  private static final double SMALLEST_WRITTEN_OUT = 1e-6;

  private static final double LARGEST_WRITTEN_OUT = 1e12;

  private Digits() {}

  /**
   * Returns so many digits that count, wherever the point stands, of four {@code 0.001235} and
   * {@code 3.100}; very small and very large numbers as {@code 1.480e-16}.
   */
  public static String significant(double value, int digits) {
    return isWrittenOut(value) ? rounded(value, digits).toPlainString() : shortest(value, digits);
  }

  /** Returns the same without zeros at the end: {@code 3.1}. */
  public static String shortest(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return isWrittenOut(value)
        ? rounded(value, digits).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits));
  }

  private static boolean isWrittenOut(double value) {
    double size = Math.abs(value);
    return size == 0 || (size >= SMALLEST_WRITTEN_OUT && size <= LARGEST_WRITTEN_OUT);
  }
}
