package dev.rondo.runtime.decode;

import java.util.Arrays;
import java.util.List;

/** One way to translate a text, and how likely the model finds it. Immutable. */
public final class Hypothesis {
  private final String text;
  private final List<String> tokens;
  private final double logProbability;
  private final double score;
  private final float[][] attention;

  Hypothesis(
      String text, List<String> tokens, double logProbability, double score, float[][] attention) {
    this.text = text;
    this.tokens = List.copyOf(tokens);
    this.logProbability = logProbability;
    this.score = score;
    this.attention = attention;
  }

  /** Returns the translation. */
  public String text() {
    return text;
  }

  /** Returns the tokens that the text was put together of, without the end. */
  public List<String> tokens() {
    return tokens;
  }

  /**
   * Returns the natural logarithm of the probability that the model gives these tokens and the end
   * behind them. A replaced unknown word counts as the unknown word.
   */
  public double logProbability() {
    return logProbability;
  }

  /**
   * Returns what hypotheses are compared by: the log probability divided by {@code ((5 + n) /
   * 6)^alpha}, n the number of tokens and 1 for the end, alpha the {@linkplain
   * Decoding#lengthPenalty length penalty}.
   */
  public double score() {
    return score;
  }

  /**
   * Returns how much each token of the source weighed when each token was written: a row for each
   * of the {@link #tokens()}, in it a share for each of the {@linkplain Translation#sourceTokens()
   * source's tokens}; a row sums to 1. No rows if the model has no attention.
   */
  public float[][] attention() {
    return Arrays.stream(attention).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public String toString() {
    return text + " (score " + score + ")";
  }
}
