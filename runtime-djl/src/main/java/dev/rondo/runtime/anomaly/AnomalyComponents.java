package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The components of a step that are foretold: numbers, and symbols of a few kinds.
 *
 * <p>Immutable.
 *
 * @param <R> a step of a stream
 */
public final class AnomalyComponents<R> {
  private final List<Numeric<R>> numbers;
  private final List<Symbol<R>> symbols;

  private AnomalyComponents(List<Numeric<R>> numbers, List<Symbol<R>> symbols) {
    this.numbers = numbers;
    this.symbols = symbols;
  }

  record Numeric<R>(String name, ToDoubleFunction<? super R> value) {}

  record Symbol<R>(String name, Function<? super R, ? extends @Nullable Object> value) {}

  /** Returns none. */
  public static <R> AnomalyComponents<R> of() {
    return new AnomalyComponents<>(List.of(), List.of());
  }

  /** Returns these and a number, which is NaN where it is missing. */
  public AnomalyComponents<R> number(String name, ToDoubleFunction<? super R> value) {
    List<Numeric<R>> more = new ArrayList<>(numbers);
    more.add(new Numeric<>(name, value));
    return new AnomalyComponents<>(List.copyOf(more), symbols);
  }

  /** Returns these and a symbol, told by its text; null where it is missing. */
  public AnomalyComponents<R> symbol(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    List<Symbol<R>> more = new ArrayList<>(symbols);
    more.add(new Symbol<>(name, value));
    return new AnomalyComponents<>(numbers, List.copyOf(more));
  }

  List<Numeric<R>> numbers() {
    return numbers;
  }

  List<Symbol<R>> symbols() {
    return symbols;
  }

  /**
   * Returns the numbers of a step; NaN where one is missing.
   *
   * @throws IllegalArgumentException if one is infinite
   */
  double[] values(R step) {
    double[] values = new double[numbers.size()];
    for (int n = 0; n < values.length; n++) {
      values[n] = numbers.get(n).value.applyAsDouble(step);
      if (Double.isInfinite(values[n])) {
        throw new IllegalArgumentException(
            "step.%s is %s, expected a finite number".formatted(numbers.get(n).name, values[n]));
      }
    }
    return values;
  }

  /** Returns a number of each step; NaN where it is missing. */
  double[] values(int number, List<R> steps, String place) {
    double[] values = new double[steps.size()];
    for (int t = 0; t < values.length; t++) {
      R step = Arguments.notNull(steps.get(t), place + "[" + t + "]");
      values[t] = numbers.get(number).value.applyAsDouble(step);
      if (Double.isInfinite(values[t])) {
        throw new IllegalArgumentException(
            "%s[%s].%s is %s, expected a finite number"
                .formatted(place, t, numbers.get(number).name, values[t]));
      }
    }
    return values;
  }

  /** Returns a symbol of a step; null where it is missing. */
  @Nullable String symbol(int symbol, R step) {
    Object value = symbols.get(symbol).value.apply(step);
    if (value == null) {
      return null;
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }
}
