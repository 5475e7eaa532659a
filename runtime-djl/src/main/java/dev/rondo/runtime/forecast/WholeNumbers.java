package dev.rondo.runtime.forecast;

import java.math.BigDecimal;

/**
 * Forecasts as numbers of the user's types: the nearest that the type has. A forecast may lie
 * beyond all that it was learned from.
 */
public final class WholeNumbers {
  private WholeNumbers() {}

  /** Returns the nearest byte; 0 for what is no number. */
  public static byte toByte(double number) {
    return (byte) within(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** Returns the nearest short; 0 for what is no number. */
  public static short toShort(double number) {
    return (short) within(number, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Returns the nearest int; 0 for what is no number. */
  public static int toInt(double number) {
    return (int) within(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static long within(double number, long least, long most) {
    return Math.max(least, Math.min(most, Math.round(number)));
  }

  /** Returns the number with its decimals; 0 for what is no number. */
  public static BigDecimal toDecimal(double number) {
    double known = Double.isNaN(number) ? 0 : number;
    return BigDecimal.valueOf(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, known)));
  }
}
