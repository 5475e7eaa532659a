package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a model forecast a series: given its history, the next values of one component of its
 * record, or of several, all at once (direct multi-step forecasting).
 *
 * <p>The method takes a {@code List} of a record with {@link dev.rondo.data.Window}, oldest first,
 * and returns a {@code float[]} or {@code double[]} with one value for each step of the horizon, in
 * the user's units. Or it returns a {@code List} of another record, one for each step, whose
 * components are numbers of the history's record, by name and type: all of them are forecast by one
 * network. History and trunk end in their final state; the last layer is a {@code @Dense}, sized by
 * the horizon and by how many numbers there are.
 *
 * <pre>{@code
 * record Reading(float load, float temperature, DayOfWeek day) {}
 *
 * @SequenceModel
 * @GRU(units = 64)
 * @Dense
 * public interface LoadForecaster {
 *   @Forecast(horizon = 24, of = "load")
 *   float[] next(@Window(168) List<Reading> history);
 * }
 * }</pre>
 *
 * <p>Such a model has no examples: {@code LoadForecasterTrainer.fit(Iterable<List<Reading>>)}
 * learns from whole series, of every window that they have. {@code LoadForecasterPredictor} also
 * answers for many histories at once, and {@code evaluate} compares it with what is simple: the
 * last value, the same place in the last season, and a linear model.
 *
 * <p>Other parameters behind the history are constant in a series, one vector each, such as {@code
 * Store store}; {@code fit} then takes a generated class, {@code LoadForecasterSeries}: the steps
 * of a series, and its constants.
 *
 * <p>The value that is forecast is scaled as its component says ({@link dev.rondo.data.Scale}):
 * {@code @Scale(WINDOW)} for levels that shift. The loss is the squared error on that scale, of
 * several numbers the mean over all, or that of the quantiles.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Forecast {
  /** How many steps are forecast, at least 1. The trainer can be given another number. */
  int horizon();

  /**
   * The component of the history's record whose next values are forecast: a number. Not written
   * where the method returns a list of a record, whose components say it.
   */
  String of() default "";

  /**
   * The levels of the quantiles that are forecast, such as {@code {0.1, 0.5, 0.9}}: ascending, in
   * (0, 1), 0.5 among them. The method then returns a {@link dev.rondo.QuantileForecast}, and
   * learns by the pinball loss (Koenker and Bassett 1978). None by default: one number for each
   * step. For one component, not for several.
   */
  double[] quantiles() default {};
}
