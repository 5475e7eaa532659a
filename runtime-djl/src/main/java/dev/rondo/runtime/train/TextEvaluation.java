package dev.rondo.runtime.train;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well a language model foretells a text.
 *
 * @param tokens how many tokens (characters or words) were foretold: all real ones, but neither
 *     padding nor the end of a text
 * @param loss the mean of -ln p of each token, given all tokens of the text before it, in nats per
 *     token; NaN without tokens
 * @param float32 the same with 32 bits, where the model {@linkplain
 *     dev.rondo.runtime.serve.Answering#precision writes} with {@code INT8}; else empty
 */
public record TextEvaluation(long tokens, double loss, Optional<TextEvaluation> float32)
    implements EpochEvaluation {
  /** Creates what was measured with 32 bits. */
  public TextEvaluation(long tokens, double loss) {
    this(tokens, loss, Optional.empty());
  }

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
        "loss %.4f nats (%.4f bits) a token, perplexity %.2f%s, %d tokens",
        loss,
        bits(),
        perplexity(),
        float32
            .map(
                other ->
                    String.format(
                        Locale.ROOT, " with INT8 (%.2f with FLOAT32)", other.perplexity()))
            .orElse(""),
        tokens);
  }
}
