package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fully connected layers: {@code y = W x + b}, step by step on a sequence.
 *
 * <p>In: (batch, features) or (batch, time, features). Out: the same with {@code units} features.
 * The last layer of an output is a {@code @Dense} without {@code units}: the return type knows the
 * size, and the loss decides its activation. {@code hidden} puts further layers before it.
 *
 * <pre>{@code
 * @Dense                                                  // the output of the model
 * @Dense(hidden = {64, 32}, activation = Activation.TANH) // two hidden layers, then the output
 * @Dense(units = 100)                                     // a layer in the middle
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Dense {
  /** Features that come out; only for a layer in the middle, whose size no type knows. */
  int units() default 0;

  /** Units of the hidden layers before this one, each at least 1. */
  int[] hidden() default {};

  /** Activation of the hidden layers, and of a layer in the middle; never of the output. */
  Activation activation() default Activation.RELU;
}
