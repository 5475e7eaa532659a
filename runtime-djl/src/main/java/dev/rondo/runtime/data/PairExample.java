package dev.rondo.runtime.data;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One example of a model with one input and one answer: the base of the generated class of such
 * examples, which has an accessor for each by its name. Immutable.
 *
 * @param <I> the type of the input
 * @param <T> the type of the answer
 */
public abstract class PairExample<I, T> {
  /** What the model is given. */
  protected final I input;

  /** The right answer. */
  protected final T expected;

  private final String name;

  /**
   * Creates an example.
   *
   * @param name of the input
   */
  protected PairExample(String name, I input, T expected) {
    this.name = name;
    this.input = input;
    this.expected = expected;
  }

  /** Returns whether the other is an example of the same model with equal values. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof PairExample<?, ?> that
        && getClass() == that.getClass()
        && Objects.deepEquals(input, that.input)
        && expected.equals(that.expected);
  }

  @Override
  public final int hashCode() {
    return Arrays.deepHashCode(new Object[] {input, expected});
  }

  @Override
  public final String toString() {
    String value = Arrays.deepToString(new Object[] {input});
    return "%s[%s=%s, expected=%s]"
        .formatted(
            getClass().getSimpleName(), name, value.substring(1, value.length() - 1), expected);
  }
}
