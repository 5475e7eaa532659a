package dev.rondo.runtime.series;

/** The tails of the normal distribution, as logarithms, so that they never become 0. */
final class NormalTail {
  private static final double LOG_SQRT_PI = 0.5 * Math.log(Math.PI);
  private static final double FAR = 2;

  private NormalTail() {}

  /** Returns the natural logarithm of how likely a normal deviate is at least so far from 0. */
  static double logTwoSided(double deviations) {
    double x = Math.abs(deviations) / Math.sqrt(2);
    return x < FAR ? Math.log1p(-erf(x)) : -x * x - LOG_SQRT_PI + Math.log(fraction(x));
  }

  /** The series of Abramowitz and Stegun 7.1.6. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > 1e-17 * sum; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** The continued fraction of Abramowitz and Stegun 7.1.14: √π e^(x²) erfc(x). */
  private static double fraction(double x) {
    double below = x;
    for (int n = 120; n >= 1; n--) {
      below = x + n / 2.0 / below;
    }
    return 1 / below;
  }
}
