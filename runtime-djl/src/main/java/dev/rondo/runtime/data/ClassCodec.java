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
public sealed interface ClassCodec<T extends Comparable<T>> extends AnswerCodec<T>
    permits EnumCodec, BooleanCodec, CategoryCodec {
  /** Returns the classes in the order of their numbers; unmodifiable. */
  List<T> classes();

  /** Returns 1: the target is the number of the class. */
  @Override
  default int targetSize() {
    return 1;
  }

  /**
   * Writes the number of a class, NaN where it is null.
   *
   * @throws IllegalArgumentException if it is no class that the codec knows
   */
  @Override
  default void target(@Nullable T expected, float[] to, int at) {
    to[at] = expected == null ? Float.NaN : index(expected);
  }

  /** Returns the value of the {@link #prediction}. */
  @Override
  default T answer(float[] scores) {
    return prediction(scores).value();
  }

  /** Returns whether a value is one of the classes; those of an enum all are. */
  default boolean knows(T value) {
    return true;
  }

  /**
   * Returns the number of a class, from 0.
   *
   * @throws IllegalArgumentException if it is null, or no class that the codec knows
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

  /** Returns what scores are divided by before they become probabilities. */
  Temperature temperature();

  /**
   * Returns the same with another temperature. It is stored with the model, and changes all
   * probabilities; which class is the most probable one it leaves as it is. Of tags that are
   * decided together it leaves the most probable tagging, while that of a single tag may change.
   */
  ClassCodec<T> at(Temperature temperature);

  /** Returns the codec of a training that goes on from this one's: without temperature. */
  ClassCodec<T> forTraining();

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
