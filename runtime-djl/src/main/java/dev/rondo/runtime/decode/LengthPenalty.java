package dev.rondo.runtime.decode;

/**
 * What log probabilities are divided by, so that long hypotheses can be compared with short ones:
 * {@code ((5 + n) / (5 + 1))^alpha} (Wu et al. 2016, equation 14). It is 1 for a hypothesis that is
 * only the end.
 *
 * @param alpha at least 0; 0 for 1 at all lengths
 */
record LengthPenalty(double alpha) {
  /**
   * Returns the score of a hypothesis. For a given log probability it does not fall with the
   * length.
   *
   * @param length the tokens, with the end
   */
  double score(double logProbability, int length) {
    return logProbability / Math.pow((5.0 + length) / 6.0, alpha);
  }
}
