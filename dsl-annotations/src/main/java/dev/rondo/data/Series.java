package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads an array or a list of numbers as a series: one value a step.
 *
 * <p>On {@code float[]}, {@code double[]}, {@code int[]} and lists of numbers. The input is a
 * sequence of steps with one feature each: (batch, time, 1). Values are scaled as {@link Scale}
 * says, {@link Scaling#STANDARD} where it says nothing. An array of numbers says neither whether
 * its values come one after the other nor whether they belong together, so it needs this annotation
 * or {@link Vector}; without either the model does not compile.
 *
 * <pre>{@code
 * @SequenceModel
 * @Recurrent(units = 32)
 * @Dense
 * public interface NextValue {
 *   float predict(@Series float[] values);
 * }
 * }</pre>
 *
 * <p>On a method that returns {@code float[]} or {@code double[]} the model answers one number for
 * each step of its input.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Series {}
