package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature whose value may be missing where its description says so: an indicator is then added,
 * and {@link Fill} says what is read in its place. Other values that are missing are errors.
 *
 * @param <T> the type of the value
 */
abstract class ValueFeature<T> implements Feature<T> {
  /** The setting of a model file that says what fills in. */
  static final String MISSING = "missing";

  private final String kind;
  private final @Nullable Fill fill;

  /**
   * @param kind what a model file calls such a feature
   * @param fill what is read in place of a missing value; null if none may be missing
   */
  ValueFeature(String kind, @Nullable Fill fill) {
    this.kind = kind;
    this.fill = fill;
  }

  /** Returns whether the value is missing. */
  abstract boolean isMissing(@Nullable T value);

  /** Starts to learn from values that are there. */
  abstract Learner<T> ofPresent();

  /** Returns what was learned of values that are there. */
  abstract LearnedFeature<T> ofPresent(StoredFeature stored);

  final String kind() {
    return kind;
  }

  final @Nullable Fill fill() {
    return fill;
  }

  @Override
  public final Learner<T> learner() {
    Learner<T> present = ofPresent();
    return fill == null ? present : new FilledLearner<>(this, present, fill);
  }

  @Override
  public final LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name) {
    StoredFeature feature = StoredFeature.of(stored, name, kind);
    feature.check(MISSING, fill == null ? "" : fill.name());
    LearnedFeature<T> present = ofPresent(feature);
    return fill == null ? present : new FilledFeature<>(this, present, fill);
  }

  private static final class FilledLearner<T> implements Learner<T> {
    private final ValueFeature<T> feature;
    private final Learner<T> present;
    private final Fill fill;

    FilledLearner(ValueFeature<T> feature, Learner<T> present, Fill fill) {
      this.feature = feature;
      this.present = present;
      this.fill = fill;
    }

    @Override
    public void start() {
      present.start();
    }

    @Override
    public void add(@Nullable T value) {
      if (!feature.isMissing(value)) {
        present.add(value);
      }
    }

    @Override
    public LearnedFeature<T> build() {
      return new FilledFeature<>(feature, present.build(), fill);
    }
  }
}
