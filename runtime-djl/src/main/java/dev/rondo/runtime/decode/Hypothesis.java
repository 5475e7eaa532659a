package dev.rondo.runtime.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way to translate a text, and how likely the model finds it. Immutable.
 *
 * @param text the translation
 * @param tokens what the text was put together of, without the end
 * @param logProbability the natural logarithm of the probability that the model gives these tokens
 *     and the end behind them. A replaced unknown word counts as the unknown word
 * @param score what hypotheses are compared by: the log probability divided by {@code ((5 + n) /
 *     6)^alpha}, n the number of tokens and 1 for the end, alpha the {@linkplain
 *     Decoding#lengthPenalty length penalty}
 * @param attention how much each token of the source weighed when each token was written: a row for
 *     each of the tokens, in it a share for each of the {@linkplain Translation#sourceTokens()
 *     source's tokens}; a row sums to 1. No rows if the model has no attention
 */
@SuppressWarnings("ArrayRecordComponent") // it is copied, and compared by its numbers
public record Hypothesis(
    String text, List<String> tokens, double logProbability, double score, float[][] attention) {
  /** Copies the tokens and the attention. */
  public Hypothesis {
    Objects.requireNonNull(text, "text");
    tokens = List.copyOf(tokens);
    attention = copy(attention);
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  /** Returns a copy. */
  @Override
  public float[][] attention() {
    return copy(attention);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hypothesis that
        && text.equals(that.text)
        && tokens.equals(that.tokens)
        && Double.compare(logProbability, that.logProbability) == 0
        && Double.compare(score, that.score) == 0
        && Arrays.deepEquals(attention, that.attention);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, tokens, logProbability, score, Arrays.deepHashCode(attention));
  }

  @Override
  public String toString() {
    return text + " (score " + score + ")";
  }
}
