package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum: one-hot, that is one feature for each constant, 1 for this one and 0 for
 * the others; or {@link #embedded}, a symbol. And an indicator if it may be missing.
 *
 * @param <T> what has the constant
 * @param <E> the enum
 */
public final class ConstantFeature<T, E extends Enum<E>> extends ValueFeature<T> {
  private final Function<? super T, ? extends @Nullable E> getter;
  private final E[] values;
  private final boolean embedded;

  ConstantFeature(
      Function<? super T, ? extends @Nullable E> getter,
      E[] values,
      boolean embedded,
      @Nullable Fill fill) {
    super(embedded ? "enumSymbol" : "enum", fill);
    this.getter = getter;
    this.values = values;
    this.embedded = embedded;
  }

  /** Returns the same as a symbol for an embedding. */
  public ConstantFeature<T, E> embedded() {
    return new ConstantFeature<>(getter, values, true, fill());
  }

  /** Returns the same of a constant that may be missing. */
  public ConstantFeature<T, E> missing(Fill with) {
    return new ConstantFeature<>(getter, values, embedded, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return getter.apply(value) == null;
  }

  @Override
  Learner<T> ofPresent() {
    return new NothingToLearn<>(learned(ConstantNumbers.of(values)));
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    return learned(ConstantNumbers.restore(stored, values));
  }

  private LearnedFeature<T> learned(ConstantNumbers<E> numbers) {
    return embedded ? new Symbol(numbers) : new OneHot(numbers);
  }

  private int number(@Nullable T value, ConstantNumbers<E> numbers) {
    E constant = getter.apply(value);
    if (constant == null) {
      throw WrongValue.isNull();
    }
    return numbers.of(constant);
  }

  private final class Symbol implements LearnedFeature<T> {
    private final ConstantNumbers<E> numbers;

    Symbol(ConstantNumbers<E> numbers) {
      this.numbers = numbers;
    }

    @Override
    public int width() {
      return 0;
    }

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public int symbols(int column) {
      return LearnedSymbol.FIRST + numbers.size();
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      out.symbol(LearnedSymbol.FIRST + number(value, numbers));
    }

    @Override
    public LearnedFeature<T> forTraining() {
      return new Symbol(numbers.grown(values));
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(name, new StoredCodec(kind(), Map.of(), numbers.names()));
    }
  }

  private final class OneHot implements LearnedFeature<T> {
    private final ConstantNumbers<E> numbers;

    OneHot(ConstantNumbers<E> numbers) {
      this.numbers = numbers;
    }

    @Override
    public int width() {
      return numbers.size();
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      int number = number(value, numbers);
      for (int i = 0; i < numbers.size(); i++) {
        out.feature(i == number ? 1 : 0);
      }
    }

    @Override
    public List<String> features(String name) {
      return numbers.features(name);
    }

    @Override
    public LearnedFeature<T> forTraining() {
      return new OneHot(numbers.grown(values));
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(name, new StoredCodec(kind(), Map.of(), numbers.names()));
    }
  }
}
