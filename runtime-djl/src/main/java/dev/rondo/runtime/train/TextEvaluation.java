package dev.rondo.runtime.train;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well a language model foretells a text.
 *
 * @param tokens how many tokens (characters or words) were foretold: all real ones, but neither
 *     padding nor the end of a text
 * @param loss the mean of -ln p of each token, given all tokens of the text before it, in nats per
 *     token; NaN without tokens
 */
public record TextEvaluation(long tokens, double loss) implements EpochEvaluation {
  /**
   * Returns e to the power of the loss: among how many equally likely tokens it is as uncertain.
   */
  public double perplexity() {
    return Math.exp(loss);
  }

  /** Returns the loss in bits per token: per character or per word, as the model reads. */
  public double bits() {
    return loss / Math.log(2);
  }

  @Override
  public @Nullable Quality quality() {
    return null;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "loss %.4f nats (%.4f bits) a token, perplexity %.2f, %d tokens",
        loss,
        bits(),
        perplexity(),
        tokens);
  }
}
