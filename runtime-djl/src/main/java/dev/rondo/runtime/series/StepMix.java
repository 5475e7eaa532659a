package dev.rondo.runtime.series;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a new one is made of, for generated code, which asks for one component after the
 * other: numbers are mixed by weight, what cannot be mixed is that of the first step.
 *
 * @param <R> the type of a step
 */
public final class StepMix<R> {
  private final List<R> steps;
  private final double[] weights;
  private final Temporal stamp;
  private final Kind kind;

  private enum Kind {
    /** Of the numbers that there are. */
    MEAN,
    /** Of all of them, or nothing. */
    BETWEEN,
    MISSING
  }

  private StepMix(List<R> steps, double[] weights, Temporal stamp, Kind kind) {
    this.steps = steps;
    this.weights = weights;
    this.stamp = stamp;
    this.kind = kind;
  }

  /** Returns what makes steps by mixing. */
  static <R> StepMaker<R> maker(
      Function<? super R, ? extends Temporal> stamps, Function<? super StepMix<R>, R> made) {
    return new StepMaker<>() {
      @Override
      public R mean(List<R> same) {
        double[] weights = new double[same.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return made.apply(new StepMix<>(same, weights, stamps.apply(same.get(0)), Kind.MEAN));
      }

      @Override
      public R forward(R before, Temporal stamp) {
        return made.apply(new StepMix<>(List.of(before), new double[] {1}, stamp, Kind.BETWEEN));
      }

      @Override
      public R between(R before, R after, double share, Temporal stamp) {
        double[] weights = {1 - share, share};
        return made.apply(new StepMix<>(List.of(before, after), weights, stamp, Kind.BETWEEN));
      }

      @Override
      public R missing(R before, Temporal stamp) {
        return made.apply(new StepMix<>(List.of(before), new double[] {1}, stamp, Kind.MISSING));
      }
    };
  }

  /** Returns the stamp of the new step. */
  public <T extends Temporal> T at(Class<T> type) {
    return type.cast(stamp);
  }

  /**
   * Returns a number that is always there.
   *
   * @param name of the component, for errors
   * @throws IllegalArgumentException if it is to be missing
   */
  public double number(String name, ToDoubleFunction<? super R> value) {
    if (kind == Kind.MISSING) {
      throw new IllegalArgumentException(
          ("%s has a primitive type, so that no step can be without it: choose Holes.FORWARD or"
                  + " INTERPOLATE, or make it a type that may be null")
              .formatted(name));
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * value.applyAsDouble(steps.get(i));
    }
    return sum;
  }

  /** Returns a whole number that is always there, rounded; otherwise as {@link #number}. */
  public long whole(String name, ToDoubleFunction<? super R> value) {
    return Math.round(number(name, value));
  }

  /**
   * Returns a number that may be null: null where the new step, or one that a value between two
   * needs, has none. A mean is that of the numbers there are.
   *
   * @param made makes it of the mixed number
   */
  public <N> @Nullable N nullable(
      Function<? super R, ? extends @Nullable Number> value, DoubleFunction<N> made) {
    OptionalDouble mixed =
        mixed(
            step -> {
              Number number = value.apply(step);
              return number == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(number.doubleValue());
            });
    return mixed.isEmpty() ? null : made.apply(mixed.getAsDouble());
  }

  /** Returns a number that may be absent, as {@link #nullable} does. */
  public OptionalDouble optionalDouble(Function<? super R, OptionalDouble> value) {
    return mixed(value);
  }

  /** Returns a whole number that may be absent, rounded; otherwise as {@link #nullable}. */
  public OptionalLong optionalLong(Function<? super R, OptionalLong> value) {
    OptionalDouble mixed =
        mixed(
            step -> {
              OptionalLong number = value.apply(step);
              return number.isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of((double) number.getAsLong());
            });
    return mixed.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(mixed.getAsDouble()));
  }

  /** Returns a whole number that may be absent, rounded; otherwise as {@link #nullable}. */
  public OptionalInt optionalInt(Function<? super R, OptionalInt> value) {
    OptionalLong mixed =
        optionalLong(
            step -> {
              OptionalInt number = value.apply(step);
              return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number.getAsInt());
            });
    return mixed.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(mixed.getAsLong()));
  }

  private OptionalDouble mixed(Function<? super R, OptionalDouble> value) {
    if (kind == Kind.MISSING) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    double weight = 0;
    int found = 0;
    for (int i = 0; i < weights.length; i++) {
      OptionalDouble number = value.apply(steps.get(i));
      if (number.isPresent()) {
        sum += weights[i] * number.getAsDouble();
        weight += weights[i];
        found++;
      }
    }
    boolean enough = kind == Kind.MEAN ? found > 0 : found == weights.length;
    return enough ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
  }

  /** Returns what cannot be mixed: that of the first step. */
  public <T> T same(Function<? super R, T> value) {
    return value.apply(first());
  }

  /** Returns what cannot be mixed and may be null: that of the first step, or null if missing. */
  public <T> @Nullable T sameOrMissing(Function<? super R, ? extends @Nullable T> value) {
    return kind == Kind.MISSING ? null : value.apply(first());
  }

  private R first() {
    return steps.get(0);
  }
}
