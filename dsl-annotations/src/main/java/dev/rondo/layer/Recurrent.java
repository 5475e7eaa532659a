package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A simple recurrent network as of Elman (1990, "Finding structure in time"):
 *
 * <pre>{@code h(t) = f(W_ih x(t) + b_ih + W_hh h(t-1) + b_hh)      f = tanh or relu}</pre>
 *
 * <p>or, with {@code feedback = OUTPUT}, of Jordan (1986, "Serial order: a parallel distributed
 * processing approach"), where {@code y} is the output of the {@link Dense} directly behind it; of
 * the output of the model, the scores before the softmax or sigmoid:
 *
 * <pre>{@code h(t) = f(W_ih x(t) + b_ih + W_yh y(t-1) + b_yh)      y(t) = dense(h(t))}</pre>
 *
 * <p>In: (batch, time, features). Out: (batch, time, {@code units}), twice as many features when
 * bidirectional; where nothing behind it needs the steps, the final state: (batch, {@code units}).
 * Recurrent weights start orthogonal, input weights by Xavier/Glorot, biases at 0. Layout and gate
 * order of the weights are PyTorch's.
 *
 * <pre>{@code
 * @Recurrent(units = 128, direction = Direction.BIDIRECTIONAL)  // one layer, both ways
 * @Recurrent(units = {256, 128}, dropout = 0.2)                 // a deep network of two layers
 * @Recurrent(units = 64, feedback = Feedback.OUTPUT) @Dense     // a Jordan network
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

  /**
   * Share of the values fed back to the next step, in [0, 1), dropped in training: by one mask for
   * all steps of a sequence, drawn anew for each batch, so that the memory is not washed out (Gal
   * and Ghahramani 2016). Where it is above 0, training computes the layer step by step, without
   * the fused kernel. Where it is written, the trainer has a setter for it.
   */
  double recurrentDropout() default 0;

  /**
   * Whether each layer's input is added to its output (He et al. 2016), which helps deep networks
   * learn. Each layer must then give as many features as it gets; a bidirectional one gives twice
   * its units. Only the lowest of several layers may differ: it is then left out. What {@code
   * dropout} drops is dropped before the sum.
   */
  boolean residual() default false;

  /**
   * The state before the first step: zeros, or a vector that is learned, for each layer and
   * direction; every sequence starts with it. In a decoder it cannot be learned: that starts where
   * its encoder ends. Nor can it with {@link Feedback#OUTPUT}.
   */
  InitialState initialState() default InitialState.ZERO;

  /**
   * What the layer is given of the step before: its hidden state, or the output of the {@link
   * Dense} directly behind it. {@link Feedback#OUTPUT} needs one layer and one direction. No fused
   * kernel computes it: training and prediction go step by step.
   */
  Feedback feedback() default Feedback.HIDDEN;
}
