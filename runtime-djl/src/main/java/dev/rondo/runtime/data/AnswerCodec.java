package dev.rondo.runtime.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answers of one output into the numbers that its loss reads, and the network's scores
 * into answers. Immutable; safe for use by many threads.
 *
 * @param <T> the type of an answer
 */
public interface AnswerCodec<T> extends StorableCodec {
  /** Returns how many scores the network gives for one answer. */
  int size();

  /** Returns how many numbers the target of one answer has. */
  int targetSize();

  /**
   * Writes the target of an answer.
   *
   * @param expected the right answer; null where it is absent, which makes all numbers NaN. Whether
   *     it may be absent is for the caller to say.
   * @param to gets {@link #targetSize()} numbers
   * @param at where the first of them goes
   * @throws IllegalArgumentException if the network cannot learn this answer, saying what is wrong
   *     with it
   */
  void target(@Nullable T expected, float[] to, int at);

  /**
   * Returns the target of an answer, {@link #targetSize()} numbers; all NaN where it is null.
   *
   * @throws IllegalArgumentException as {@link #target(Object, float[], int)} does
   */
  default float[] target(@Nullable T expected) {
    float[] target = new float[targetSize()];
    target(expected, target, 0);
    return target;
  }

  /**
   * Returns the answer that scores stand for.
   *
   * @param scores (size)
   * @throws IllegalArgumentException if there are not {@link #size()} scores, or one is no finite
   *     number
   */
  T answer(float[] scores);

  /** Writes the target of an absent answer: NaN, which no loss counts. */
  default void absent(float[] to, int at) {
    Arrays.fill(to, at, at + targetSize(), Float.NaN);
  }
}
