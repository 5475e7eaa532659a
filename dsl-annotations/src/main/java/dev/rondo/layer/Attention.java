package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets each step of a decoder look at all steps of the encoder (Bahdanau et al. 2015, <a
 * href="https://arxiv.org/abs/1409.0473">arXiv:1409.0473</a>; the form is that of Luong et al.
 * 2015, <a href="https://arxiv.org/abs/1508.04025">arXiv:1508.04025</a>):
 *
 * <pre>{@code
 * a_s = softmax_s(score(h, m_s))      c = Σ_s a_s m_s      out = tanh(W_c [c; h])
 * }</pre>
 *
 * <p>{@code h} is what flows in at a step, {@code m_s} what the encoder gives at step {@code s};
 * padding weighs nothing. In: (batch, time, features). Out: the same shape. It stands on the method
 * of an {@link dev.rondo.task.EncoderDecoder @EncoderDecoder}, once, behind the decoder's last
 * recurrent layer.
 *
 * <pre>{@code
 * @EncoderDecoder
 * @Embedding(size = 256) @GRU(units = 256) @Attention(score = AttentionScore.GENERAL) @Dense
 * String translate(String sentence);
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Attention {
  /** How the steps of the encoder are scored; {@link AttentionScore#GENERAL} by default. */
  AttentionScore score() default AttentionScore.GENERAL;

  /**
   * Whether what the attention gave at the step before goes into the recurrent layer directly
   * before it, beside what flows in there, so that it knows what was looked at (Luong et al. 2015,
   * section 3.3). Training then goes step by step.
   */
  boolean inputFeeding() default false;
}
