package dev.rondo.runtime.data;

import java.util.Map;

/**
 * Turns the values of one input into numbers. Immutable; safe for use by many threads.
 *
 * @param <T> what the user passes
 * @param <R> what a batch is made of
 */
public interface InputCodec<T, R> {
  /**
   * Returns the numbers of a value.
   *
   * @throws IllegalArgumentException if it is null, or has something in it that the network cannot
   *     read, naming the input, the step, the component and what was found
   */
  R encode(T value);

  /**
   * Returns what a model file keeps, by dotted names that begin with the input's.
   *
   * @param name the name of the input
   */
  Map<String, StoredCodec> stored(String name);
}
