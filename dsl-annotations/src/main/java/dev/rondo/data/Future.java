package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is known in advance of the steps that a model with {@link dev.rondo.task.Forecast}
 * forecasts: holidays, prices that were announced, the weather's own forecast. A list of a record,
 * one for each step of the horizon, whose components are components of the history's record, by
 * name and type: training takes them from there.
 *
 * <pre>{@code
 * record Reading(LocalDateTime at, float load, boolean holiday) {}
 *
 * record Known(LocalDateTime at, boolean holiday) {}
 *
 * @SequenceModel
 * @GRU(units = 64)
 * interface LoadForecaster {
 *   @Forecast(horizon = 24, of = "load")
 *   @Dense(hidden = 32)
 *   float[] next(@Window(168) List<Reading> history, @Future List<Known> known);
 * }
 * }</pre>
 *
 * <p>It bypasses the layers of the type: what they made of the history is repeated at each step,
 * and the layers on the method, the last of them a {@code @Dense}, read both.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Future {}
