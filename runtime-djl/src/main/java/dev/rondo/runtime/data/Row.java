package dev.rondo.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * An example in numbers.
 *
 * @param input the encoded input
 * @param expected the encoded output
 * @param length the steps of the input, at least 1
 * @param <I> the type of an encoded input, for example {@code int[]}: the numbers of its tokens
 * @param <O> the type of an encoded output, for example {@code Integer}: the number of its class
 */
public record Row<I, O>(I input, O expected, int length) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is null, or the length is below 1
   */
  public Row(@Nullable I input, @Nullable O expected, int length) {
    this.input = Arguments.notNull(input, "input");
    this.expected = Arguments.notNull(expected, "expected");
    if (length < 1) {
      throw new IllegalArgumentException("length is " + length + ", must be at least 1");
    }
    this.length = length;
  }
}
