package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.train.NumberEvaluation;

/** What the errors of numbers add up to. */
final class NumberSums {
  private long count;
  private double absolute;
  private double squared;
  private double loss;
  private double mean;
  private double deviations;

  /**
   * Adds a number in the user's units.
   *
   * @param lossOfIt on the scale that it is trained on
   */
  void add(double answer, double expected, double lossOfIt) {
    count++;
    double error = answer - expected;
    absolute += Math.abs(error);
    squared += error * error;
    loss += lossOfIt;
    double delta = expected - mean;
    mean += delta / count;
    deviations += delta * (expected - mean);
  }

  NumberEvaluation evaluation() {
    return new NumberEvaluation(
        count, absolute / count, Math.sqrt(squared / count), r2(), loss / count);
  }

  private double r2() {
    if (count < 2) {
      return Double.NaN;
    }
    if (deviations == 0) {
      return squared == 0 ? 1 : 0;
    }
    return 1 - squared / deviations;
  }
}
