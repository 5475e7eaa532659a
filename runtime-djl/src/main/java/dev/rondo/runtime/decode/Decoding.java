package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.Arguments;

/**
 * How a translator searches for translations. Immutable: each setter returns a changed copy.
 *
 * <pre>{@code
 * translator.translate("Guten Morgen", Decoding.greedy());
 * translator.translateScored("Guten Morgen", Decoding.beam(10).best(3).lengthPenalty(1));
 * }</pre>
 */
public final class Decoding {
  /** The widest beam. */
  public static final int WIDEST_BEAM = 100;

  private static final double USUAL_PENALTY = 1.5;
  private static final double LARGEST_PENALTY = 5;
  private static final double USUAL_FACTOR = 2;
  private static final int USUAL_EXTRA = 10;

  private final int beam;
  private final int best;
  private final double lengthPenalty;
  private final double lengthFactor;
  private final int lengthExtra;
  private final boolean replaceUnknown;

  private Decoding(
      int beam,
      int best,
      double lengthPenalty,
      double lengthFactor,
      int lengthExtra,
      boolean replaceUnknown) {
    this.beam = beam;
    this.best = best;
    this.lengthPenalty = lengthPenalty;
    this.lengthFactor = lengthFactor;
    this.lengthExtra = lengthExtra;
    this.replaceUnknown = replaceUnknown;
  }

  /**
   * Returns the choice of the likeliest token each time: a beam of 1. The fastest; otherwise as
   * {@link #beam}.
   */
  public static Decoding greedy() {
    return beam(1);
  }

  /**
   * Returns a beam search: at each position the likeliest hypotheses are kept, one or more, and the
   * best of those that ended is the translation. With a length penalty of 1.5, at most 2 tokens for
   * each source token and 10 more, one translation, and without unknown words.
   *
   * @param width how many hypotheses are kept, 1 to {@link #WIDEST_BEAM}
   * @throws IllegalArgumentException if the width is out of range
   */
  public static Decoding beam(int width) {
    if (width < 1 || width > WIDEST_BEAM) {
      throw new IllegalArgumentException("beam is " + width + ", must be from 1 to " + WIDEST_BEAM);
    }
    return new Decoding(width, 1, USUAL_PENALTY, USUAL_FACTOR, USUAL_EXTRA, false);
  }

  /**
   * Sets by how much longer translations are preferred: hypotheses are compared by their log
   * probability divided by {@code ((5 + n) / 6)^alpha}, n their tokens with the end (Wu et al.
   * 2016, "Google's neural machine translation system", equation 14).
   *
   * @param alpha from 0, which compares log probabilities, to 5
   * @throws IllegalArgumentException if it is out of range
   */
  public Decoding lengthPenalty(double alpha) {
    if (!(alpha >= 0 && alpha <= LARGEST_PENALTY)) {
      throw new IllegalArgumentException("lengthPenalty is " + alpha + ", must be from 0 to 5");
    }
    return new Decoding(beam, best, alpha, lengthFactor, lengthExtra, replaceUnknown);
  }

  /**
   * Sets how long a translation may get: {@code factor} times the tokens of the source, rounded
   * down, and {@code extra} more, at least 1. There it ends, however unlikely that is.
   *
   * @param factor above 0 and finite
   * @param extra at least 0
   * @throws IllegalArgumentException if one of them is out of range
   */
  public Decoding maximumLength(double factor, int extra) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the factor of maximumLength is " + factor + ", must be above 0 and finite");
    }
    if (extra < 0) {
      throw new IllegalArgumentException(
          "the extra of maximumLength is " + extra + ", must be at least 0");
    }
    return new Decoding(beam, best, lengthPenalty, factor, extra, replaceUnknown);
  }

  /**
   * Sets how many hypotheses a scored translation gives, the best first.
   *
   * @param hypotheses from 1 to the width of the beam
   * @throws IllegalArgumentException if it is out of range
   */
  public Decoding best(int hypotheses) {
    Arguments.atLeastOne(hypotheses, "best");
    if (hypotheses > beam) {
      throw new IllegalArgumentException(
          "best is " + hypotheses + ", must be at most the beam's width, " + beam);
    }
    return new Decoding(beam, hypotheses, lengthPenalty, lengthFactor, lengthExtra, replaceUnknown);
  }

  /**
   * Sets what becomes of words that the target vocabulary lacks, mostly names and numbers: whether
   * in their place the source's word is written that the network attends to the most there (Jean et
   * al. 2015, "On using very large target vocabulary for neural machine translation"), spelled as
   * in the source. Needs a network with attention. Without it, as is usual, the likeliest words
   * that the vocabulary has are written: a translation never reads {@code <unknown>}.
   */
  public Decoding replaceUnknown(boolean replaced) {
    return new Decoding(beam, best, lengthPenalty, lengthFactor, lengthExtra, replaced);
  }

  int beam() {
    return beam;
  }

  int best() {
    return best;
  }

  LengthPenalty penalty() {
    return new LengthPenalty(lengthPenalty);
  }

  /** Returns the most tokens of a translation. */
  int mostTokens(int sourceTokens) {
    double most = Math.floor(lengthFactor * sourceTokens) + lengthExtra;
    // below the largest int: it is counted on from
    return (int) Math.max(1, Math.min(most, Integer.MAX_VALUE - 1));
  }

  boolean replacesUnknown() {
    return replaceUnknown;
  }
}
