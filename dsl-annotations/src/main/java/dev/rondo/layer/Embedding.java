package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns each token into a learned vector.
 *
 * <p>In: tokens (batch, time). Out: (batch, time, {@code size}). Weights: vocabulary × {@code
 * size}, initialised from a normal distribution; the padding's vector is zero and stays so.
 *
 * <pre>{@code
 * Sentiment predict(@Embedding(size = 64) String review);
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Embedding {
  /** Features of a token's vector, at least 1. Must be written. */
  int size() default 0;

  /**
   * Whether the output layer of a language model, or of a decoder, scores tokens by these same
   * vectors (Press and Wolf 2017, <a href="https://arxiv.org/abs/1608.05859">arXiv:1608.05859</a>).
   * What flows into the output layer must be as wide as {@link #size()}.
   */
  boolean tied() default false;
}
