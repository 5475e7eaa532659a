package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Transcribes steps into a text that is shorter than they are, without being told which step
 * belongs to which token: connectionist temporal classification (Graves et al. 2006, "Connectionist
 * temporal classification: labelling unsegmented sequence data with recurrent neural networks").
 *
 * <p>On a method, or on a component of the record that it returns, of type {@code String}. At each
 * step that the layers leave the network scores all tokens and a blank. A text has the probability
 * of all ways to spread it over the steps: tokens in their order, each over one step or several,
 * with blanks between them, at least one between two that are the same. The loss is -ln of that
 * probability for each token.
 *
 * <pre>{@code
 * @SequenceModel
 * @Convolution(filters = 64, kernel = 5, stride = 2)
 * @GRU(units = 128, direction = Direction.BIDIRECTIONAL)
 * @Dense
 * interface Transcriber {
 *   @Ctc(beam = 8) String transcribe(@Audio AudioClip clip);
 * }
 * }</pre>
 *
 * <p>Tokens are characters, unless {@code @Text(tokens = WORDS)} or {@code SUBWORDS} on the same
 * place says otherwise. An example whose text needs more steps than the layers leave is refused.
 */
@Documented
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Ctc {
  /**
   * How many beginnings of a text are followed side by side (prefix beam search, Hannun et al.
   * 2014, <a href="https://arxiv.org/abs/1408.2873">arXiv:1408.2873</a>); 1, the default, takes the
   * likeliest token of each step. At most 1,000.
   */
  int beam() default 1;
}
