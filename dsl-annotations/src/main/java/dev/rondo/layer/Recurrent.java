package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A simple recurrent network as of Elman (1990, "Finding structure in time"):
 *
 * <pre>{@code h(t) = tanh(W_ih x(t) + b_ih + W_hh h(t-1) + b_hh)}</pre>
 *
 * <p>In: (batch, time, features). Out: (batch, time, {@code units}), twice as many features when
 * bidirectional; where nothing behind it needs the steps, the final state: (batch, {@code units}).
 * Recurrent weights start orthogonal, input weights by Xavier/Glorot, biases at 0. Layout and gate
 * order of the weights are PyTorch's.
 *
 * <pre>{@code
 * @Recurrent(units = 128, direction = Direction.BIDIRECTIONAL)  // one layer, both ways
 * @Recurrent(units = {256, 128}, dropout = 0.2)                 // a deep network of two layers
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Recurrent {
  /**
   * Hidden units of each layer, each at least 1; several values make a deep network. Must be
   * written.
   */
  int[] units() default {};

  /** The order in which the sequence is read; forward by default. */
  Direction direction() default Direction.FORWARD;

  /** Share of the values, in [0, 1), dropped between the layers of a deep network in training. */
  double dropout() default 0;

  /** {@link Activation#TANH} or {@link Activation#RELU}. */
  Activation activation() default Activation.TANH;
}
