package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how numbers are scaled before the network reads them, or while it learns to answer them.
 *
 * <p>A network learns badly from numbers of very different sizes, so every number is scaled, {@link
 * Scaling#STANDARD} by default: with statistics of the training data, over real steps only and
 * never of validation data, which are stored with the model. They are computed in double. Answers
 * and metrics are in the user's units again.
 *
 * <p>On numbers, durations, and arrays and lists of numbers; vectors and matrices are scaled
 * position by position. A value that was the same in all of the training data becomes 0 (in {@link
 * Scaling#NONE} it stays).
 *
 * <pre>{@code
 * record Payment(@Scale(Scaling.LOG) double amount, @Scale(Scaling.NONE) float share) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Scale {
  /** How the numbers are scaled. */
  Scaling value();
}
