package dev.rondo.runtime.train;

/**
 * How good probabilities are.
 *
 * @param negativeLog the mean of the negative natural logarithm of what the right answers were
 *     given
 * @param calibrationError the expected calibration error
 */
record Likelihood(double negativeLog, double calibrationError) {}
