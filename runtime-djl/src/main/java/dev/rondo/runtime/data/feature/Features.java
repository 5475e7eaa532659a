package dev.rondo.runtime.data.feature;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How values of each type are read by the network: one method for each kind, given how to get the
 * value, {@code Reading::load}, or {@code Function.identity()} where it is the value itself.
 *
 * @see RecordFeatures
 */
public final class Features {
  private static final double NANOS_OF_SECOND = 1e9;

  private Features() {}

  /** Reads a number: {@code float}, {@code double}, {@code int}, {@code long}, {@code short}, … */
  public static <T> NumberFeature<T> number(ToDoubleFunction<? super T> getter) {
    return new NumberFeature<>(getter, false, Scaling.STANDARD, null);
  }

  /** Reads a number that may be missing: null, or NaN. */
  public static <T> NumberFeature<T> boxed(Function<? super T, ? extends @Nullable Number> getter) {
    return nullable(getter, Number::doubleValue, Fill.ZERO);
  }

  /** Reads a number that may be missing: empty, or null. */
  public static <T> NumberFeature<T> optionalInt(
      Function<? super T, @Nullable OptionalInt> getter) {
    return nullable(getter, value -> value.isPresent() ? value.getAsInt() : Double.NaN, Fill.ZERO);
  }

  /** Reads a number that may be missing: empty, or null. */
  public static <T> NumberFeature<T> optionalLong(
      Function<? super T, @Nullable OptionalLong> getter) {
    return nullable(getter, value -> value.isPresent() ? value.getAsLong() : Double.NaN, Fill.ZERO);
  }

  /** Reads a number that may be missing: empty, null, or NaN. */
  public static <T> NumberFeature<T> optionalDouble(
      Function<? super T, @Nullable OptionalDouble> getter) {
    return nullable(getter, value -> value.orElse(Double.NaN), Fill.ZERO);
  }

  /** Reads a decimal number; null is an error unless it may be missing. */
  public static <T> NumberFeature<T> decimal(Function<? super T, @Nullable BigDecimal> getter) {
    return nullable(getter, BigDecimal::doubleValue, null);
  }

  /** Reads a duration by its seconds; null is an error unless it may be missing. */
  public static <T> NumberFeature<T> duration(Function<? super T, @Nullable Duration> getter) {
    return nullable(getter, value -> value.getSeconds() + value.getNano() / NANOS_OF_SECOND, null);
  }

  private static <T, V> NumberFeature<T> nullable(
      Function<? super T, ? extends @Nullable V> getter,
      ToDoubleFunction<V> number,
      @Nullable Fill fill) {
    return new NumberFeature<>(
        value -> {
          V found = getter.apply(value);
          return found == null ? Double.NaN : number.applyAsDouble(found);
        },
        true,
        Scaling.STANDARD,
        fill);
  }

  /** Reads a {@code boolean}. */
  public static <T> FlagFeature<T> flag(Predicate<? super T> getter) {
    return new FlagFeature<>(value -> getter.test(value) ? 1 : 0, false, null);
  }

  /** Reads a {@code Boolean} that may be missing: null. */
  public static <T> FlagFeature<T> boxedFlag(Function<? super T, @Nullable Boolean> getter) {
    return new FlagFeature<>(
        value -> {
          Boolean found = getter.apply(value);
          return found == null ? FlagFeature.UNKNOWN : found ? 1 : 0;
        },
        true,
        Fill.ZERO);
  }

  /**
   * Reads a constant of an enum: one-hot, or a symbol if it is {@link ConstantFeature#embedded
   * embedded}.
   *
   * @param values all constants, as {@code values()} gives them
   */
  public static <T, E extends Enum<E>> ConstantFeature<T, E> constant(
      Function<? super T, ? extends @Nullable E> getter, E[] values) {
    return new ConstantFeature<>(getter, checked(values), false, null);
  }

  /**
   * Reads a set of constants of an enum: k-hot.
   *
   * @param values all constants, as {@code values()} gives them
   */
  public static <T, E extends Enum<E>> ConstantsFeature<T, E> constants(
      Function<? super T, ? extends @Nullable Collection<E>> getter, E[] values) {
    return new ConstantsFeature<>(getter, checked(values), null);
  }

  /** Returns the constants of an array as {@link #constants} reads them; null if it is missing. */
  public static <E extends Enum<E>> @Nullable List<E> listOf(E @Nullable [] constants) {
    return constants == null ? null : Collections.unmodifiableList(Arrays.asList(constants));
  }

  private static <E> E[] checked(E[] values) {
    E[] checked = Arguments.copyOf(values, "values");
    Arguments.atLeastOne(checked.length, "number of constants");
    return checked;
  }

  /** Reads a text, a boxed whole number or a constant of an enum as a symbol. */
  public static <T> CategoryFeature<T> category(
      Function<? super T, ? extends @Nullable Object> getter) {
    return CategoryFeature.of(getter);
  }

  /** Reads an {@code int} or {@code long} as a symbol. */
  public static <T> IdFeature<T> id(ToLongFunction<? super T> getter) {
    return IdFeature.of(getter);
  }

  /** Reads a vector of that many floats. */
  public static <T> VectorFeature<T, float[]> floats(
      int size, Function<? super T, float @Nullable []> getter) {
    return new VectorFeature<>(size, getter, Numbers.FLOATS, Scaling.STANDARD, null);
  }

  /** Reads a vector of that many doubles. */
  public static <T> VectorFeature<T, double[]> doubles(
      int size, Function<? super T, double @Nullable []> getter) {
    return new VectorFeature<>(size, getter, Numbers.DOUBLES, Scaling.STANDARD, null);
  }

  /**
   * Reads a time by the calendar: an {@code Instant} or any other {@code java.time} value that has
   * those fields.
   *
   * @param fields at least one
   * @param zone the time zone that instants, zoned and offset times are read in; empty for UTC of
   *     instants, and for the others their own
   * @throws IllegalArgumentException if there is no field, or no such zone
   */
  public static <T> CalendarFeature<T> calendar(
      Function<? super T, ? extends @Nullable TemporalAccessor> getter,
      List<CalendarField> fields,
      String zone) {
    return CalendarFeature.of(getter, fields, zone);
  }

  /**
   * Reads the time that has passed since the step before: of an {@code Instant}, a zoned, offset or
   * local date-time, or a date.
   */
  public static <T> Feature<T> elapsed(
      Function<? super T, ? extends @Nullable TemporalAccessor> getter) {
    return new ElapsedFeature<>(getter);
  }

  /** Reads a component that is a record itself. */
  public static <T, R> Feature<T> record(
      Function<? super T, ? extends @Nullable R> getter, RecordFeatures<R> record) {
    return RecordFeatures.nested(getter, record);
  }
}
