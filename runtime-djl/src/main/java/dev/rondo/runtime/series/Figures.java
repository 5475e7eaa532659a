package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Wording;
import java.util.Locale;

/** Figures for people. */
final class Figures {
  private Figures() {}

  /** Returns four digits that count, wherever the point stands. */
  static String text(double value) {
    return Double.isNaN(value) ? "-" : Wording.significant(value);
  }

  /** Returns a share in percent. */
  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
