package dev.rondo.runtime.series;

/**
 * How surprising a value is beside what was foretold: the negative natural logarithm of a
 * probability, 0 or more.
 */
public final class Surprise {
  private Surprise() {}

  /**
   * Returns the surprise of a number: of the two-sided tail of a normal distribution. A number that
   * meets the mean too well has next to none, which {@link AnomalyTracker} notices when it lasts.
   *
   * @param deviationFloor the least deviation that is believed, above 0
   */
  public static double ofNumber(
      double value, double mean, double deviation, double deviationFloor) {
    return -NormalTail.logTwoSided((value - mean) / Math.max(deviation, deviationFloor));
  }

  /** Returns the surprise of a class that was foretold with a probability; at most 700. */
  public static double ofClass(double probability) {
    return -Math.log(Math.max(probability, 1e-304));
  }
}
