package dev.rondo.runtime.forecast;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number of a series that is forecast, as it is known before training. Immutable.
 *
 * @param <R> a step of the series
 */
public final class ForecastTarget<R> {
  private final String name;
  private final ToDoubleFunction<? super R> value;
  private final Scaling scaling;

  private ForecastTarget(String name, ToDoubleFunction<? super R> value, Scaling scaling) {
    this.name = name;
    this.value = value;
    this.scaling = scaling;
  }

  /**
   * Describes a number that is forecast.
   *
   * @param name the component
   * @param value gives it; NaN where it is missing
   */
  public static <R> ForecastTarget<R> of(String name, ToDoubleFunction<? super R> value) {
    return new ForecastTarget<>(name, value, Scaling.STANDARD);
  }

  /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
  public ForecastTarget<R> scaled(Scaling by) {
    return new ForecastTarget<>(name, value, Arguments.notNull(by, "scaling"));
  }

  /** Returns a number that may be null, NaN where it is. */
  public static double number(@Nullable Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalDouble number) {
    return number.orElse(Double.NaN);
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : Double.NaN;
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }

  /** Returns the name of the component. */
  public String name() {
    return name;
  }

  Scaling scaling() {
    return scaling;
  }

  /**
   * Returns the values of a series, NaN where one is missing.
   *
   * @param series what errors call it
   * @throws IllegalArgumentException if a step is null or its value infinite, naming the step
   */
  double[] values(String series, List<R> steps) {
    double[] values = new double[steps.size()];
    int t = 0;
    for (R step : steps) {
      if (step == null) {
        throw new IllegalArgumentException(series + "[" + t + "] is null");
      }
      values[t] = value.applyAsDouble(step);
      if (Double.isInfinite(values[t])) {
        throw new IllegalArgumentException(
            "%s[%s].%s is %s, expected a finite number".formatted(series, t, name, values[t]));
      }
      t++;
    }
    return values;
  }
}
