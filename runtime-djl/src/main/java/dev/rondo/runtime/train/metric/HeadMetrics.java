package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.train.EpochEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Measures the answers of one output. For use by one thread.
 *
 * @param <T> the type of an answer
 * @param <V> the figures
 */
public interface HeadMetrics<T, V extends EpochEvaluation> {
  /**
   * Adds an example.
   *
   * @param scores the network's scores for it
   * @param expected the right answer; null where it is absent, and then the example does not count
   * @throws IllegalArgumentException if the scores are of another number or not finite, or the
   *     answer is none that the network could give
   */
  void add(float[] scores, @Nullable T expected);

  /** Returns the figures over all examples that were added and count. */
  V evaluation();
}
