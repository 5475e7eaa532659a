package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes one vector of a sequence, over the real steps only.
 *
 * <p>In: (batch, time, features). Out: (batch, features). Without it the final state of the last
 * recurrent layer stands for the sequence.
 *
 * <pre>{@code
 * @LSTM(units = 128)
 * @Pool(Pooling.MAX)
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Pool {
  /** How the steps are put together. */
  Pooling value();
}
