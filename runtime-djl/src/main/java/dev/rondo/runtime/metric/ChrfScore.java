package dev.rondo.runtime.metric;

/**
 * A chrF2 score. Prints as a line of sacreBLEU's.
 *
 * @param score in [0, 100]: 0 if nothing matches, 100 for what a reference says
 * @param signature how the score was computed, in sacreBLEU's format
 */
public record ChrfScore(double score, String signature) {
  /** Returns the name and the score, such as {@code chrF2 = 59.73}. */
  @Override
  public String toString() {
    return "chrF2 = " + Signatures.rounded(score, 2);
  }
}
