package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what a sentence says. */
final class Chance {

  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  /** A whole number below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** One of several things, all equally often. */
  <T> T of(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  @SafeVarargs
  final <T> T of(T... things) {
    return things[random.nextInt(things.length)];
  }
}
