package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a model translate: an encoder reads a text, a decoder writes another one, token by token,
 * given what the encoder read and what is written so far (Sutskever et al. 2014, <a
 * href="https://arxiv.org/abs/1409.3215">arXiv:1409.3215</a>).
 *
 * <p>The method takes and returns a {@code String}. The layers on the parameter and on the type are
 * the encoder, those on the method the decoder: an {@code @Embedding}, one or more recurrent layers
 * that read forward, and a {@code @Dense} last, sized by the vocabulary of what is written. The
 * decoder's recurrent layers start from the final states of the encoder's last ones: counted from
 * the top, each from the state of the layer at its height, or of the lowest where the encoder has
 * fewer; where their sizes differ, through weights of their own. With {@link
 * dev.rondo.layer.Attention @Attention} the decoder also looks at every step of the encoder.
 *
 * <pre>{@code
 * @SequenceModel
 * @Embedding(size = 256)
 * @GRU(units = 256, direction = Direction.BIDIRECTIONAL)
 * public interface Translator {
 *   @EncoderDecoder(beam = 5)
 *   @Embedding(size = 256) @GRU(units = 256) @Attention @Dropout(0.2) @Dense
 *   @Text(language = "fr")
 *   String translate(@Text(language = "en") String sentence);
 * }
 * }</pre>
 *
 * <p>In training the decoder is given the right token at each step (teacher forcing, Williams and
 * Zipser 1989). The members of this annotation say how the method searches for the translation that
 * it returns; {@code TranslatorPredictor} takes other settings for each call.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface EncoderDecoder {
  /**
   * How many translations are followed side by side (beam search), from 1 to 100; 1 takes the most
   * likely token at each step (greedy). Larger is slower, and seldom better above 10.
   */
  int beam() default 5;

  /**
   * How much longer translations are favoured, from 0, not at all, to 5: {@code α} in {@code log P
   * / ((5 + length)^α / 6^α)}, by which translations are compared (Wu et al. 2016, <a
   * href="https://arxiv.org/abs/1609.08144">arXiv:1609.08144</a>, equation 14). Greedy search does
   * not use it.
   */
  double lengthPenalty() default 1.5;

  /**
   * A translation has at most as many tokens as its source has, times this, plus {@link
   * #maxLengthExtra()}; above 0, at most 100.
   */
  double maxLengthFactor() default 2;

  /** Tokens that a translation may have beyond {@link #maxLengthFactor()}; from 0 to 10,000. */
  int maxLengthExtra() default 10;
}
