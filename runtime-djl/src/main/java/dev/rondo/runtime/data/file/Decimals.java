package dev.rondo.runtime.data.file;

/**
 * Reads decimal numbers out of characters, to the nearest {@code double} or {@code float}.
 *
 * <p>A number whose digits and power of ten are both exact in {@code double} is one multiplication
 * or division away, which rounds once and so correctly (Clinger, <i>How to Read Floating Point
 * Numbers Accurately</i>, 1990). That is nearly every number in a file; the JDK reads the others.
 */
final class Decimals {
  private static final long MOST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPONENT = 9_999;

  /** All powers of ten that are exact in {@code double}. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long LOW_BITS = (1L << 29) - 1;
  private static final long HALF = 1L << 28;

  private Decimals() {}

  /**
   * Returns the number that characters are: {@code [+-]digits[.digits][e[+-]digits]}, with at least
   * one digit before or behind the point.
   *
   * @return NaN if they are no number; infinite if it is too large
   */
  static double toDouble(char[] text, int from, int to) {
    int i = from;
    boolean negative = false;
    if (i < to && (text[i] == '-' || text[i] == '+')) {
      negative = text[i++] == '-';
    }
    long mantissa = 0;
    int digits = 0;
    int start = i;
    for (; i < to && isDigit(text[i]); i++) {
      mantissa = 10 * mantissa + (text[i] - '0');
      digits += mantissa == 0 ? 0 : 1;
    }
    int written = i - start;
    int exponent = 0;
    if (i < to && text[i] == '.') {
      start = ++i;
      for (; i < to && isDigit(text[i]); i++) {
        mantissa = 10 * mantissa + (text[i] - '0');
        digits += mantissa == 0 ? 0 : 1;
      }
      written += i - start;
      exponent = start - i;
    }
    if (written == 0) {
      return Double.NaN;
    }
    if (i < to && (text[i] == 'e' || text[i] == 'E')) {
      i++;
      boolean down = i < to && text[i] == '-';
      if (i < to && (text[i] == '-' || text[i] == '+')) {
        i++;
      }
      start = i;
      int power = 0;
      for (; i < to && isDigit(text[i]); i++) {
        power = Math.min(10 * power + (text[i] - '0'), MOST_EXPONENT);
      }
      if (i == start) {
        return Double.NaN;
      }
      exponent += down ? -power : power;
    }
    if (i < to) {
      return Double.NaN;
    }
    // beyond 18 digits the mantissa has overflowed
    if (digits <= MOST_DIGITS && mantissa <= MOST_EXACT && Math.abs(exponent) < POWERS.length) {
      double value =
          exponent < 0 ? mantissa / POWERS[-exponent] : (double) mantissa * POWERS[exponent];
      return negative ? -value : value;
    }
    return Double.parseDouble(new String(text, from, to - from));
  }

  /** Returns the nearest {@code float}, as {@link #toDouble} does. */
  static float toFloat(char[] text, int from, int to) {
    double value = toDouble(text, from, to);
    // rounded twice it would be wrong only where the first rounding ends in the middle of two
    // floats
    if ((Double.doubleToRawLongBits(value) & LOW_BITS) == HALF
        || (value != 0 && Math.abs(value) < Float.MIN_NORMAL)) {
      return Float.parseFloat(new String(text, from, to - from));
    }
    return (float) value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
