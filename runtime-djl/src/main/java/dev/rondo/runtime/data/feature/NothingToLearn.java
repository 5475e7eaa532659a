package dev.rondo.runtime.data.feature;

import org.jspecify.annotations.Nullable;

/**
 * Learns nothing: everything about the feature is known.
 *
 * @param <T> the type of the value
 */
record NothingToLearn<T>(LearnedFeature<T> known) implements Feature.Learner<T> {
  @Override
  public void start() {}

  @Override
  public void add(@Nullable T value) {}

  @Override
  public LearnedFeature<T> build() {
    return known;
  }
}
