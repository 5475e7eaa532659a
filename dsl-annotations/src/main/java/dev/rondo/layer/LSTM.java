package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000):
 *
 * <pre>{@code
 * i = σ(W_ii x + b_ii + W_hi h + b_hi)      g = tanh(W_ig x + b_ig + W_hg h + b_hg)
 * f = σ(W_if x + b_if + W_hf h + b_hf)      o = σ(W_io x + b_io + W_ho h + b_ho)
 * c = f ∘ c + i ∘ g                         h = o ∘ tanh(c)
 * }</pre>
 *
 * <p>With {@link #peephole()} the gates also see the cell (Gers and Schmidhuber 2000), i and f the
 * one before, o the new one:
 *
 * <pre>{@code
 * i = σ(… + p_i ∘ c)      f = σ(… + p_f ∘ c)      o = σ(… + p_o ∘ c)
 * }</pre>
 *
 * <p>In: (batch, time, features). Out: (batch, time, {@code units}), twice as many features when
 * bidirectional; where nothing behind it needs the steps, the final state: (batch, {@code units}).
 * Recurrent weights start orthogonal, input weights by Xavier/Glorot, biases at 0 but the forget
 * gate, which starts at {@link #forgetBias()}. Layout and gate order of the weights are PyTorch's.
 *
 * <pre>{@code
 * @LSTM(units = 128, direction = Direction.BIDIRECTIONAL)  // one layer, both ways
 * @LSTM(units = {256, 128}, dropout = 0.2)                 // a deep network of two layers
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface LSTM {
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
   * The state before the first step: zeros, or vectors that are learned, for each layer and
   * direction one for h and one for c; every sequence starts with them. In a decoder they cannot be
   * learned: that starts where its encoder ends.
   */
  InitialState initialState() default InitialState.ZERO;

  /**
   * What the bias of the forget gate starts at: 1 by default, so that the cell remembers until it
   * learns to forget (Jozefowicz et al. 2015, "An empirical exploration of recurrent network
   * architectures").
   */
  double forgetBias() default 1;

  /**
   * Whether the gates see the cell, by weights {@code p} that start at 0. No fused kernel computes
   * this: training and prediction go step by step.
   */
  boolean peephole() default false;
}
