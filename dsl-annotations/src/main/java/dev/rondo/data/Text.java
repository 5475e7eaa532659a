package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a text becomes tokens. Every {@code String} input is text; this annotation changes the
 * defaults. On a method it is about the text that the method returns.
 *
 * <p>The vocabulary is learned from the training data, the most frequent tokens first, and stored
 * with the model. Tokens it lacks are read as one "unknown" token, and so is an empty text.
 *
 * <pre>{@code
 * Language guess(@Text(tokens = Tokens.CHARACTERS, lowercase = false) @Embedding(size = 32) String line);
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Text {
  /** Words, what stands between white space, characters or subwords. */
  Tokens tokens() default Tokens.WORDS;

  /** The language as an IETF tag such as {@code "en"} or {@code "tr"}; none by default. */
  String language() default "";

  /**
   * The largest number of different tokens that are told apart, at least 1. Of {@link
   * Tokens#SUBWORDS} this is the number of subwords, single characters included: 8,000 is usual for
   * one language, and fewer for little text.
   */
  int vocabulary() default 30_000;

  /**
   * Tokens seen less often than this in the training data count as unknown; at least 1. Of {@link
   * Tokens#SUBWORDS} characters do, and rarer pairs are not joined.
   */
  int minFrequency() default 1;

  /**
   * Whether upper and lower case count as the same, by the rules of {@link #language()}. For a text
   * that is read, true by default. For one that is written, false: {@code @Text} on the method of
   * an {@link dev.rondo.task.EncoderDecoder @EncoderDecoder}, or {@link dev.rondo.Shared @Shared}
   * between that and the parameter.
   */
  boolean lowercase() default true;
}
