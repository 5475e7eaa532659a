package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number, scaled: one feature, and an indicator if it may be missing.
 *
 * @param <T> what it is a number of
 */
public final class NumberFeature<T> extends ValueFeature<T> {
  private final ToDoubleFunction<? super T> getter;
  private final boolean nullable;
  private final Scaling scaling;

  /**
   * @param getter gives the number; NaN where it is missing
   * @param nullable whether NaN stands for null or empty, and {@code getter} takes null
   */
  NumberFeature(
      ToDoubleFunction<? super T> getter, boolean nullable, Scaling scaling, @Nullable Fill fill) {
    super("number", fill);
    this.getter = getter;
    this.nullable = nullable;
    this.scaling = scaling;
  }

  /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
  public NumberFeature<T> scaled(Scaling by) {
    return new NumberFeature<>(getter, nullable, by, fill());
  }

  /** Returns the same of a number that may be missing. */
  public NumberFeature<T> missing(Fill with) {
    return new NumberFeature<>(getter, nullable, scaling, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return Double.isNaN(number(value));
  }

  private double number(@Nullable T value) {
    if (value == null && !nullable) {
      throw WrongValue.isNull();
    }
    return getter.applyAsDouble(value);
  }

  private double present(@Nullable T value) {
    double number = number(value);
    if (nullable && Double.isNaN(number)) {
      throw WrongValue.isNull();
    }
    return number;
  }

  @Override
  Learner<T> ofPresent() {
    if (scaling == Scaling.WINDOW) {
      return new WindowedNumber.Learner<>(this::present, kind());
    }
    Statistics statistics = new Statistics(scaling);
    return new Learner<>() {
      @Override
      public void start() {}

      @Override
      public void add(@Nullable T value) {
        statistics.add(present(value));
      }

      @Override
      public LearnedFeature<T> build() {
        return new Learned(statistics.scaler());
      }
    };
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    return scaling == Scaling.WINDOW
        ? WindowedNumber.restore(this::present, stored)
        : new Learned(Scaler.restore(stored, scaling));
  }

  private final class Learned implements LearnedFeature<T> {
    private final Scaler scaler;

    Learned(Scaler scaler) {
      this.scaler = scaler;
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      out.feature(scaler.scale(present(value)));
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      Map<String, String> settings = new HashMap<>();
      scaler.store(settings);
      into.put(name, new StoredCodec(kind(), settings, List.of()));
    }
  }
}
