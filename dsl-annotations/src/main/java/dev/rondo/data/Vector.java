package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads an array of numbers as one vector of a fixed size, or says how wide each step of a matrix
 * is.
 *
 * <p>On {@code float[]} and {@code double[]}: one vector of {@link #value()} numbers that belong
 * together, in or out. On {@code float[][]} and {@code double[][]}: steps of so many features each.
 * Without it the width of a matrix is learned from the training data and stored with the model. As
 * input, each position is scaled by itself, as {@link Scale} says. An array of another length is an
 * error that names both.
 *
 * <pre>{@code
 * @SequenceModel
 * @GRU(units = 64)
 * @Dense
 * public interface Motion {
 *   @Vector(3) float[] direction(@Vector(12) float[][] samples);
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Vector {
  /** Numbers of the vector, or of each step of a matrix; at least 1. */
  int value();
}
