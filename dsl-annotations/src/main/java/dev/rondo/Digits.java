package dev.rondo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people, who look at them in texts of answers. */
final class Digits {
  /** Sizes outside of these are told as powers of ten. */
  private static final double SMALLEST_WRITTEN_OUT = 1e-6;

  private static final double LARGEST_WRITTEN_OUT = 1e12;

  private Digits() {}

  /** Returns so many digits that count, without zeros at their end. */
  static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    return size != 0 && (size < SMALLEST_WRITTEN_OUT || size > LARGEST_WRITTEN_OUT)
        ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
        : new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }
}
