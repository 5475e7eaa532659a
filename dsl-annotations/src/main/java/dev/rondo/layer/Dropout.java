package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a random share of the values to zero in training and scales the others up (Srivastava et al.
 * 2014); does nothing in prediction. The shape stays.
 *
 * <pre>{@code
 * @Dropout(0.5)
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Dropout {
  /** The share that is dropped, in [0, 1). */
  double value();
}
