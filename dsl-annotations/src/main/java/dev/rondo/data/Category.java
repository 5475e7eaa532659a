package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a value as a symbol: a name for something, not a size.
 *
 * <p>On {@code String}, {@code int}, {@code long}, their boxes and enums, and on lists and arrays
 * of them, which are then tokens. The symbols that training shows become a vocabulary, the most
 * frequent first, which is stored with the model. A symbol needs an {@link
 * dev.rondo.layer.Embedding @Embedding}: numbers of symbols must never be taken for sizes.
 *
 * <p>A symbol that is not in the vocabulary is read as "unknown". So that "unknown" means something
 * when it is met in practice, symbols that training shows less than {@link #minFrequency()} times
 * stand for it, and its vector is learned from them.
 *
 * <pre>{@code
 * record Payment(float amount, @Category @Embedding(size = 16) String merchant) {}
 * }</pre>
 *
 * <p>On a method that returns {@code String}, or a component of the record it returns, the model
 * answers one of the classes that training has seen, all of them.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Category {
  /** The largest number of different symbols that are told apart, at least 1. */
  int vocabulary() default 30_000;

  /**
   * Symbols seen less often than this in the training data count as unknown; at least 1. With 1
   * every symbol of the training data is known, and the vector of the unknown one stays as it was
   * initialised. Of an output, every class counts.
   */
  int minFrequency() default 2;
}
