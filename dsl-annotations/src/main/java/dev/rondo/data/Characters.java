package dev.rondo.data;

import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads the characters of each token, too, so that a word that training has never shown is still
 * known by its beginning, its ending and its capitals (Lample et al. 2016, <a
 * href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>).
 *
 * <p>On tokens ({@code List<String>}, {@code String[]}) and on a {@code String} that is cut into
 * words. The characters of a token, Unicode code points in normalization form C, go through an
 * embedding and a small recurrent layer of their own; its final state, of both directions where it
 * reads both ways, is joined to the token's vector.
 *
 * <p>In: tokens (batch, time). Out, together with the token's {@link Embedding}: (batch, time, size
 * + d × units), where d is 2 if the recurrent layer reads both ways.
 *
 * <pre>{@code
 * List<Tag> tag(
 *     @Embedding(size = 100)
 *         @Characters(
 *             embedding = @Embedding(size = 32),
 *             lstm = @LSTM(units = 64, direction = Direction.BIDIRECTIONAL))
 *         List<String> words);
 * }</pre>
 *
 * <p>Characters keep their case; the tokens themselves are looked up in lower case. Characters that
 * training shows once only are unknown ones. Of a token of more than 50 characters the first 25 and
 * the last 25 are read.
 *
 * <p>All tokens of the training data are known, unless {@link Text#minFrequency()} is written or
 * the trainer says otherwise. So that the vector of unknown ones is learned beside their
 * characters, tokens that training shows once count as unknown in half of their uses, drawn anew in
 * each step; the trainer has a setting for that share.
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Characters {
  /**
   * Whether given tokens that differ in upper and lower case only have one vector: their characters
   * tell the case. Of a text {@link Text#lowercase()} says so.
   */
  boolean lowercase() default true;

  /** Looks the characters up. Must be written. */
  Embedding embedding() default @Embedding;

  /** Reads the characters by an LSTM. One recurrent layer must be written. */
  LSTM[] lstm() default {};

  /** Reads the characters by a GRU. */
  GRU[] gru() default {};

  /** Reads the characters by a simple recurrent layer. */
  Recurrent[] recurrent() default {};
}
