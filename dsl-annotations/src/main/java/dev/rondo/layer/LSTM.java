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
 * <p>In: (batch, time, features). Out: (batch, time, {@code units}), twice as many features when
 * bidirectional; where nothing behind it needs the steps, the final state: (batch, {@code units}).
 * Recurrent weights start orthogonal, input weights by Xavier/Glorot, biases at 0 but the forget
 * gate, which starts at 1 (Jozefowicz et al. 2015). Layout and gate order of the weights are
 * PyTorch's.
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
}
