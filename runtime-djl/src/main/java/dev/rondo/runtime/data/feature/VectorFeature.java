package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vector of a fixed size: one feature for each number, scaled by its place; behind them an
 * indicator for each if they may be missing.
 *
 * @param <T> what has the vector
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class VectorFeature<T, A> implements Feature<T> {
  static final String KIND = "vector";

  private final int size;
  private final Function<? super T, ? extends @Nullable A> getter;
  private final Numbers<A> numbers;
  private final Scaling scaling;
  private final @Nullable Fill fill;

  VectorFeature(
      int size,
      Function<? super T, ? extends @Nullable A> getter,
      Numbers<A> numbers,
      Scaling scaling,
      @Nullable Fill fill) {
    this.size = size;
    this.getter = getter;
    this.numbers = numbers;
    this.scaling = scaling;
    this.fill = fill;
  }

  /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
  public VectorFeature<T, A> scaled(Scaling by) {
    return new VectorFeature<>(size, getter, numbers, by, fill);
  }

  /** Returns the same of a vector that may be null, or have NaN in it. */
  public VectorFeature<T, A> missing(Fill with) {
    return new VectorFeature<>(size, getter, numbers, scaling, with);
  }

  /** Returns the vector, null if it may be missing and is. */
  private @Nullable A vector(@Nullable T value) {
    A vector = getter.apply(value);
    if (vector == null) {
      if (fill == null) {
        throw WrongValue.isNull();
      }
      return null;
    }
    if (numbers.length(vector) != size) {
      throw WrongValue.of("has %s numbers, expected %s".formatted(numbers.length(vector), size));
    }
    return vector;
  }

  @Override
  public Learner<T> learner() {
    ScalesLearner learner = new ScalesLearner(size, scaling, fill);
    return new Learner<>() {
      @Override
      public void start() {}

      @Override
      public void add(@Nullable T value) {
        A vector = vector(value);
        if (vector != null) {
          numbers.learn(vector, learner);
        }
      }

      @Override
      public LearnedFeature<T> build() {
        return new Learned(learner.build());
      }
    };
  }

  @Override
  public LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name) {
    StoredFeature feature = StoredFeature.of(stored, name, KIND);
    feature.check("width", Integer.toString(size));
    return new Learned(Scales.restore(feature, scaling, fill));
  }

  private final class Learned implements LearnedFeature<T> {
    private final Scales scales;

    Learned(Scales scales) {
      this.scales = scales;
    }

    @Override
    public int width() {
      return scales.width();
    }

    @Override
    public int stateSize() {
      return scales.stateSize();
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      A vector = vector(value);
      if (vector == null) {
        out.missing(scales);
      } else {
        numbers.encode(vector, scales, out);
      }
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(name, scales.stored(KIND));
    }
  }
}
