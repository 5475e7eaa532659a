package dev.rondo.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * Turns an input into the numbers of its tokens.
 *
 * @param <I> the type of the input
 */
@FunctionalInterface
public interface TokenEncoder<I> {
  /**
   * Returns the numbers of the tokens of an input, in order.
   *
   * @return at least one number
   * @throws IllegalArgumentException if the input is null, or cannot be read
   */
  int[] encode(@Nullable I input);
}
