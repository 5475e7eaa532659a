package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.train.CalibrationReport;
import java.util.Locale;

/**
 * How good probabilities are.
 *
 * @param negativeLog the mean of the negative natural logarithm of what the right answers were
 *     given
 * @param calibration how far probabilities are from how often they are right
 */
public record Likelihood(double negativeLog, CalibrationReport calibration) {
  /** Returns both in a line; empty where nothing was measured. */
  public String line() {
    return Double.isNaN(negativeLog)
        ? ""
        : String.format(Locale.ROOT, "negative log-likelihood %.4f, %s", negativeLog, calibration);
  }
}
