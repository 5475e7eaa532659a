package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A set of constants of an enum: k-hot, that is one feature for each constant, 1 for those in the
 * set and 0 for the others. And an indicator if the set may be missing, which an empty one is not.
 *
 * @param <T> what has the set
 * @param <E> the enum
 */
public final class ConstantsFeature<T, E extends Enum<E>> extends ValueFeature<T> {
  private final Function<? super T, ? extends @Nullable Collection<E>> getter;
  private final E[] values;

  ConstantsFeature(
      Function<? super T, ? extends @Nullable Collection<E>> getter,
      E[] values,
      @Nullable Fill fill) {
    super("enumSet", fill);
    this.getter = getter;
    this.values = values;
  }

  /** Returns the same of a set that may be missing. */
  public ConstantsFeature<T, E> missing(Fill with) {
    return new ConstantsFeature<>(getter, values, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return getter.apply(value) == null;
  }

  @Override
  Learner<T> ofPresent() {
    return new NothingToLearn<>(new Learned(ConstantNumbers.of(values)));
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    return new Learned(ConstantNumbers.restore(stored, values));
  }

  private final class Learned implements LearnedFeature<T> {
    private final ConstantNumbers<E> numbers;

    Learned(ConstantNumbers<E> numbers) {
      this.numbers = numbers;
    }

    @Override
    public int width() {
      return numbers.size();
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      Collection<? extends @Nullable E> constants = getter.apply(value);
      if (constants == null) {
        throw WrongValue.isNull();
      }
      boolean[] held = new boolean[numbers.size()];
      for (E constant : constants) {
        if (constant == null) {
          throw WrongValue.of("contains null");
        }
        held[numbers.of(constant)] = true;
      }
      for (boolean one : held) {
        out.feature(one ? 1 : 0);
      }
    }

    @Override
    public List<String> features(String name) {
      return numbers.features(name);
    }

    @Override
    public LearnedFeature<T> forTraining() {
      return new Learned(numbers.grown(values));
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(name, new StoredCodec(kind(), Map.of(), numbers.names()));
    }
  }
}
