package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most steps of an input that are read: tokens of a text, elements of a list or an array. One
 * that is longer is refused or cut, in training and in prediction alike; without this annotation
 * any length is read, and memory and time grow with it.
 *
 * <pre>{@code
 * Topic topic(@MaxLength(value = 400, keep = Keep.HEAD) String article);
 * }</pre>
 *
 * <p>What is refused throws {@code dev.rondo.runtime.data.TooLongException}, which names the
 * example, its length and the limit. What is cut is as if the rest had not been written, but for
 * the numbers of places in errors. A training tells how many examples were cut. The trainer has a
 * setting for the limit, and the model file keeps it. A session has no limit.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface MaxLength {
  /** The most steps, at least 1. */
  int value() default 0;

  /**
   * What is read of a longer input. Where a model answers each step, nothing: each answer needs its
   * step.
   */
  Keep keep() default Keep.NOTHING;
}
