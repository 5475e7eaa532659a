package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gated recurrent units (Cho et al. 2014), in the form that resets after the matrix product, as
 * PyTorch and cuDNN compute it:
 *
 * <pre>{@code
 * r = σ(W_ir x + b_ir + W_hr h + b_hr)      n = tanh(W_in x + b_in + r ∘ (W_hn h + b_hn))
 * z = σ(W_iz x + b_iz + W_hz h + b_hz)      h = (1 - z) ∘ n + z ∘ h
 * }</pre>
 *
 * <p>In: (batch, time, features). Out: (batch, time, {@code units}), twice as many features when
 * bidirectional; where nothing behind it needs the steps, the final state: (batch, {@code units}).
 * Recurrent weights start orthogonal, input weights by Xavier/Glorot, biases at 0. Layout and gate
 * order of the weights are PyTorch's.
 *
 * <pre>{@code
 * @GRU(units = 128, direction = Direction.BIDIRECTIONAL)  // one layer, both ways
 * @GRU(units = {256, 128}, dropout = 0.2)                 // a deep network of two layers
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface GRU {
  /**
   * Hidden units of each layer, each at least 1; several values make a deep network. Must be
   * written.
   */
  int[] units() default {};

  /** The order in which the sequence is read; forward by default. */
  Direction direction() default Direction.FORWARD;

  /** Share of the values, in [0, 1), dropped between the layers of a deep network in training. */
  double dropout() default 0;

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
   * its encoder ends.
   */
  InitialState initialState() default InitialState.ZERO;
}
