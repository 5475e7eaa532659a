package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value may be missing: {@code null}, or NaN in {@code float}, {@code double} and their
 * arrays. Without it both are errors.
 *
 * <p>The network reads one more feature, 1 where the value is missing and 0 where it is there. The
 * value itself is then what {@link #fill()} says. What is missing in training counts in no
 * statistic. Boxed components ({@code Float}) and {@code Optional…} may be missing without this
 * annotation.
 *
 * <pre>{@code
 * record Vitals(float pulse, @Missing(fill = Fill.LAST) float temperature, Float lactate) {}
 * }</pre>
 *
 * <p>On an array the values of each position may be missing by themselves. Of a sequence, the steps
 * may not.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Missing {
  /** What the network reads in place of a value that is missing. */
  Fill fill() default Fill.ZERO;
}
