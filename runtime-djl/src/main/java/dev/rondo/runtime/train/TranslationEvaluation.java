package dev.rondo.runtime.train;

import dev.rondo.runtime.metric.BleuScore;
import dev.rondo.runtime.metric.ChrfScore;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a model translates.
 *
 * @param sources how many different sources were translated
 * @param tokens how many tokens of the targets were foretold, their ends among them
 * @param loss the mean of -ln p of each token, given the source and all right tokens before it, in
 *     nats per token
 * @param bleu of the model's own translations
 * @param chrf of the model's own translations
 * @param float32 the same of translations with 32 bits, where the model {@linkplain
 *     dev.rondo.runtime.serve.Answering#precision translates} with {@code INT8}; else empty. The
 *     loss is measured with 32 bits always
 */
public record TranslationEvaluation(
    long sources,
    long tokens,
    double loss,
    BleuScore bleu,
    ChrfScore chrf,
    Optional<TranslationEvaluation> float32)
    implements EpochEvaluation {
  /** Creates what was measured with 32 bits. */
  public TranslationEvaluation(
      long sources, long tokens, double loss, BleuScore bleu, ChrfScore chrf) {
    this(sources, tokens, loss, bleu, chrf, Optional.empty());
  }

  TranslationEvaluation beside(TranslationEvaluation exact) {
    return new TranslationEvaluation(sources, tokens, loss, bleu, chrf, Optional.of(exact));
  }

  /**
   * Returns e to the power of the loss: among how many equally likely tokens it is as uncertain.
   */
  public double perplexity() {
    return Math.exp(loss);
  }

  @Override
  public Quality quality() {
    return Quality.bleu(bleu.score());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%s%n%s%nloss %.4f nats a token, perplexity %.2f, %d tokens, %d sources",
        bleu,
        float32
            .map(
                other ->
                    String.format(
                        Locale.ROOT, " with INT8 (%.2f with FLOAT32)", other.bleu().score()))
            .orElse(""),
        chrf,
        loss,
        perplexity(),
        tokens,
        sources);
  }
}
