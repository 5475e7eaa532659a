package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution over time (Waibel et al. 1989, "Phoneme recognition using time-delay neural
 * networks"): each filter sees {@code kernel} steps at once, and moves on by {@code stride} of
 * them.
 *
 * <pre>{@code
 * y_t = f(b + Σ_k W_k x_(t · stride + k - (kernel - 1) / 2))      k = 0 … kernel - 1
 * }</pre>
 *
 * <p>The steps seen lie around the step {@code t · stride}; of an even kernel one more lies behind
 * it. Before and behind a sequence there are zeros. With {@code pool} the largest of each so many
 * values is kept, step after step.
 *
 * <p>In: (batch, time, features). Out: (batch, fewer steps, {@code filters}): of n steps {@code n /
 * stride}, rounded up, and of these {@code 1 / pool}, rounded up. What is not 1 in all can be read
 * by further layers, but not be answered step by step. Weights start uniform (Glorot and Bengio
 * 2010), biases at 0; their layout is that of PyTorch's {@code Conv1d}.
 *
 * <pre>{@code
 * @Convolution(filters = 64)                              // sees three steps, gives as many as it gets
 * @Convolution(filters = 64, kernel = 5, stride = 2)      // half the steps for the layers behind it
 * }</pre>
 *
 * <p>It reads steps that are yet to come, so that a model with it has no session.
 *
 * <p>Where its input is pictures ({@link dev.rondo.data.Image}), behind nothing but further
 * convolutions, {@link BatchNorm}, {@link LayerNorm} and {@link Dropout}, it is one over each
 * picture (LeCun et al. 1989, "Backpropagation applied to handwritten zip code recognition"):
 * kernel, stride and pool go in both directions, with zeros around the picture, and the steps stay.
 * None of the three can be larger than the picture. In: (batch, time, channels × height × width).
 * Out: (batch, time, {@code filters} × fewer rows × fewer columns), which all other layers read as
 * features. The layout of the weights is that of PyTorch's {@code Conv2d}. Such a model has a
 * session.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Convolution {
  /** Features that come out, one of each filter, at least 1. Must be written. */
  int filters() default 0;

  /** Steps, or rows and columns, that a filter sees at once, at least 1; 3 by default. */
  int kernel() default 3;

  /** Steps, or rows and columns, that the filters move on by, at least 1; 1 by default. */
  int stride() default 1;

  /**
   * Of how many steps, or of squares of how many rows, behind the activation, the largest value is
   * kept; 1 by default.
   */
  int pool() default 1;

  /** The function f; {@link Activation#RELU} by default. */
  Activation activation() default Activation.RELU;
}
