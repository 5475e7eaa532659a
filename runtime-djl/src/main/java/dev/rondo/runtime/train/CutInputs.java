package dev.rondo.runtime.train;

import dev.rondo.data.Keep;
import java.util.Locale;

/**
 * How many training examples have an input that is longer than {@link dev.rondo.data.MaxLength}
 * allows, so that only a part of it is read.
 *
 * @param input what the user calls it
 * @param maxLength the most steps
 * @param keep which part is read
 * @param cut how many examples
 * @param examples of so many
 */
public record CutInputs(String input, int maxLength, Keep keep, long cut, long examples) {
  /** Returns a line for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s is longer than %,d steps in %,d of %,d examples: its %s is read",
        input,
        maxLength,
        cut,
        examples,
        keep == Keep.TAIL ? "end" : "beginning");
  }
}
