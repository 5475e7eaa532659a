package dev.rondo.runtime.train;

import java.util.Locale;

/**
 * How good probabilities are.
 *
 * @param negativeLog the mean of the negative natural logarithm of what the right answers were
 *     given
 * @param calibration how far probabilities are from how often they are right
 */
record Likelihood(double negativeLog, CalibrationReport calibration) {
  /** Returns both in a line; empty where nothing was measured. */
  String line() {
    return Double.isNaN(negativeLog)
        ? ""
        : String.format(Locale.ROOT, "negative log-likelihood %.4f, %s", negativeLog, calibration);
  }
}
