package dev.rondo.runtime.train;

/**
 * What measures a model by examples, while it is trained.
 *
 * @param <E> the type of the examples
 */
public interface Measures<E> {
  /**
   * Compares answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null or cannot be read
   */
  EpochEvaluation evaluation(Iterable<E> examples);

  /**
   * Returns the temperatures at which probabilities fit what examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null or cannot be read
   */
  Temperatures temperatures(Iterable<E> examples);
}
