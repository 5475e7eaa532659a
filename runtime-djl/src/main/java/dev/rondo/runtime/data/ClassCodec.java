package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the classes of a classifier into numbers, and the scores of its network into answers.
 * Immutable; safe for use by many threads.
 *
 * @param <T> the type of a class
 */
public sealed interface ClassCodec<T extends Comparable<T>> extends StorableCodec
    permits EnumCodec, BooleanCodec {
  /** Returns the classes in the order of their numbers; unmodifiable. */
  List<T> classes();

  /** Returns how many scores the network gives. */
  int size();

  /**
   * Returns the number of a class, from 0.
   *
   * @throws IllegalArgumentException if it is null
   */
  int index(@Nullable T value);

  /**
   * Returns the class with a number.
   *
   * @throws IllegalArgumentException if there is no such number
   */
  T value(int index);

  /**
   * Returns the answer that scores stand for.
   *
   * @param scores (size), before softmax or sigmoid
   * @throws IllegalArgumentException if there are not {@link #size()} scores, or one is no finite
   *     number
   */
  Prediction<T> prediction(float[] scores);

  /**
   * Returns the cross entropy of scores against the right answer, in nats: the negative natural
   * logarithm of its probability. Computed in double from the scores, so it stays finite where the
   * probability underflows; NaN where a score is.
   *
   * @param scores (size), before softmax or sigmoid
   * @throws IllegalArgumentException if there are not {@link #size()} scores
   */
  double loss(float[] scores, T expected);
}
