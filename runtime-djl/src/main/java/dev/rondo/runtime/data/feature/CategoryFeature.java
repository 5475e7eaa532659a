package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.TokenCounter;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A symbol, by a vocabulary that is learned: texts as they are, numbers by their digits, constants
 * by their names. Symbols that training shows too rarely, or not at all, are the unknown one. And
 * an indicator if it may be missing.
 *
 * @param <T> what has the symbol
 */
public final class CategoryFeature<T> extends ValueFeature<T> {
  static final int VOCABULARY = 30_000;
  static final int MIN_FREQUENCY = 2;

  private final Function<? super T, ? extends @Nullable Object> getter;
  private final int vocabulary;
  private final int minFrequency;

  private CategoryFeature(
      Function<? super T, ? extends @Nullable Object> getter,
      int vocabulary,
      int minFrequency,
      @Nullable Fill fill) {
    super("category", fill);
    this.getter = getter;
    this.vocabulary = vocabulary;
    this.minFrequency = minFrequency;
  }

  static <T> CategoryFeature<T> of(Function<? super T, ? extends @Nullable Object> getter) {
    return new CategoryFeature<>(getter, VOCABULARY, MIN_FREQUENCY, null);
  }

  /** Returns the same with another largest number of symbols; 30,000 by default. */
  public CategoryFeature<T> vocabulary(int most) {
    return new CategoryFeature<>(
        getter, Arguments.atLeastOne(most, "vocabulary"), minFrequency, fill());
  }

  /** Returns the same where symbols seen less often are the unknown one; 2 by default. */
  public CategoryFeature<T> minFrequency(int least) {
    return new CategoryFeature<>(
        getter, vocabulary, Arguments.atLeastOne(least, "minFrequency"), fill());
  }

  /** Returns the same of a symbol that may be missing: it is then the unknown one, or the last. */
  public CategoryFeature<T> missing(Fill with) {
    return new CategoryFeature<>(getter, vocabulary, minFrequency, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return getter.apply(value) == null;
  }

  private String symbol(@Nullable T value) {
    Object symbol = getter.apply(value);
    if (symbol == null) {
      throw WrongValue.isNull();
    }
    // whatever an enum's toString() says, it may say something else tomorrow
    return symbol instanceof Enum<?> constant ? constant.name() : symbol.toString();
  }

  @Override
  Learner<T> ofPresent() {
    TokenCounter counter = new TokenCounter();
    return new Learner<>() {
      @Override
      public void start() {}

      @Override
      public void add(@Nullable T value) {
        counter.add(symbol(value));
      }

      @Override
      public LearnedFeature<T> build() {
        return learned(counter.vocabulary(vocabulary, minFrequency));
      }
    };
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    try {
      return learned(Vocabulary.of(stored.entries()));
    } catch (IllegalArgumentException e) {
      throw stored.wrong("is damaged: " + e.getMessage());
    }
  }

  private LearnedFeature<T> learned(Vocabulary known) {
    return new LearnedSymbol<>(
        kind(), known.tokens(), known.size(), value -> known.id(symbol(value)));
  }
}
