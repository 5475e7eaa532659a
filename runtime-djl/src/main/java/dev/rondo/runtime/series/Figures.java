package dev.rondo.runtime.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures for people. */
final class Figures {
  private Figures() {}

  /** Returns four digits that count, wherever the point stands. */
  static String text(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(4)).toPlainString()
        : Double.isNaN(value) ? "-" : Double.toString(value);
  }

  /** Returns a share in percent. */
  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
