package dev.rondo.runtime.train;

import dev.rondo.runtime.metric.BleuScore;
import dev.rondo.runtime.metric.ChrfScore;
import java.util.Locale;

/**
 * How well a model translates.
 *
 * @param sources how many different sources were translated
 * @param tokens how many tokens of the targets were foretold, their ends among them
 * @param loss the mean of -ln p of each token, given the source and all right tokens before it, in
 *     nats per token
 * @param bleu of the model's own translations
 * @param chrf of the model's own translations
 */
public record TranslationEvaluation(
    long sources, long tokens, double loss, BleuScore bleu, ChrfScore chrf)
    implements EpochEvaluation {
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
        "%s%n%s%nloss %.4f nats a token, perplexity %.2f, %d tokens, %d sources",
        bleu,
        chrf,
        loss,
        perplexity(),
        tokens,
        sources);
  }
}
