package dev.rondo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The defaults of the generated trainer. Every one of them can be overridden on the trainer.
 *
 * <pre>{@code
 * @SequenceModel
 * @Embedding(size = 64)
 * @GRU(units = 128)
 * @Dense
 * @Training(optimizer = Optimizer.ADAMW, learningRate = 2e-3, epochs = 12, batchSize = 64)
 * public interface SentimentModel {
 *   Sentiment predict(String review);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Training {
  /** The optimizer; Adam by default. */
  Optimizer optimizer() default Optimizer.ADAM;

  /** The (highest) learning rate, above 0. */
  double learningRate() default 1e-3;

  /** How the learning rate changes; constant by default. */
  Schedule schedule() default Schedule.CONSTANT;

  /** Share of all steps, in [0, 1), over which {@link Schedule#COSINE} rises. Only with COSINE. */
  double warmup() default 0.1;

  /** Epochs, at least 1, between two reductions by {@link Schedule#STEP}. Only with STEP. */
  int decayEvery() default 5;

  /** Factor, in (0, 1), of each reduction by {@link Schedule#STEP}. Only with STEP. */
  double decayFactor() default 0.5;

  /** How often the training data is gone through, at least 1. */
  int epochs() default 10;

  /** Examples a step, at least 1. */
  int batchSize() default 32;

  /**
   * Tokens over which gradients flow back in a {@link dev.rondo.task.LanguageModel}, at least 1:
   * the text is read in windows of this length. What the recurrent layers remember is carried over
   * the cuts (truncated backpropagation through time). Only with {@code @LanguageModel}.
   */
  int truncateAfter() default 100;

  /**
   * Gradients whose norm over all weights exceeds this are scaled down to it (Pascanu et al. 2013,
   * <a href="https://arxiv.org/abs/1211.5063">arXiv:1211.5063</a>); 0 turns clipping off.
   */
  double clipNorm() default 5;

  /** Momentum of {@link Optimizer#SGD}, in [0, 1). Only with SGD. */
  double momentum() default 0.9;

  /** Weight decay, 0 or more: decoupled with {@link Optimizer#ADAMW}, L2 otherwise. */
  double weightDecay() default 0;

  /**
   * Share of the target probability, in [0, 1), that is spread over all classes (Szegedy et al.
   * 2016, <a href="https://arxiv.org/abs/1512.00567">arXiv:1512.00567</a>).
   */
  double labelSmoothing() default 0;

  /**
   * Epochs without a better validation loss after which training stops early; 0 never stops early.
   * With validation data the best epoch's weights are kept in either case.
   */
  int patience() default 3;
}
