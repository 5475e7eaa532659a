package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that is a name, not a size: a symbol, by a vocabulary that is learned. Numbers
 * that training shows too rarely, or not at all, are the unknown symbol. As {@link
 * CategoryFeature}, without an object for each number.
 *
 * @param <T> what has the number
 */
public final class IdFeature<T> implements Feature<T> {
  private static final String KIND = "id";

  private final ToLongFunction<? super T> getter;
  private final int vocabulary;
  private final int minFrequency;

  private IdFeature(ToLongFunction<? super T> getter, int vocabulary, int minFrequency) {
    this.getter = getter;
    this.vocabulary = vocabulary;
    this.minFrequency = minFrequency;
  }

  static <T> IdFeature<T> of(ToLongFunction<? super T> getter) {
    return new IdFeature<>(getter, CategoryFeature.VOCABULARY, CategoryFeature.MIN_FREQUENCY);
  }

  /** Returns the same with another largest number of symbols; 30,000 by default. */
  public IdFeature<T> vocabulary(int most) {
    return new IdFeature<>(getter, Arguments.atLeastOne(most, "vocabulary"), minFrequency);
  }

  /** Returns the same where numbers seen less often are the unknown symbol; 2 by default. */
  public IdFeature<T> minFrequency(int least) {
    return new IdFeature<>(getter, vocabulary, Arguments.atLeastOne(least, "minFrequency"));
  }

  private long id(@Nullable T value) {
    if (value == null) {
      throw WrongValue.isNull();
    }
    return getter.applyAsLong(value);
  }

  @Override
  public Learner<T> learner() {
    TokenCounter counter = new TokenCounter();
    return new Learner<>() {
      @Override
      public void start() {}

      @Override
      public void add(@Nullable T value) {
        counter.add(Long.toString(id(value)));
      }

      @Override
      public LearnedFeature<T> build() {
        return learned(Ids.of(counter, vocabulary, minFrequency));
      }
    };
  }

  @Override
  public LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name) {
    return learned(Ids.restore(StoredFeature.of(stored, name, KIND)));
  }

  private LearnedFeature<T> learned(Ids known) {
    return new LearnedSymbol<>(
        KIND, List.copyOf(known.names()), known.size(), value -> known.symbol(id(value)));
  }
}
