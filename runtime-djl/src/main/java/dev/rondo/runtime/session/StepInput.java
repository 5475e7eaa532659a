package dev.rondo.runtime.session;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Arrays;

/**
 * What a session reads of an input.
 *
 * @param width features of a step
 * @param columns symbols of a step
 * @param remembered numbers that its encoding remembers from step to step
 * @param nested whether a step is a token and what is inside of it: of its symbols the first is
 *     that of the token, and those behind it, up to the first padding, are inside
 * @param once whether it is read once, when the session starts: a single vector, not a sequence
 */
public record StepInput(int width, int columns, int remembered, boolean nested, boolean once) {
  /** Returns an input that is a sequence, of which each call reads a step. */
  public static StepInput each(int width, int columns, int remembered) {
    return new StepInput(width, columns, remembered, false, false);
  }

  /** Returns an input that is a single vector, the same at every step. */
  public static StepInput once(int width, int columns) {
    return new StepInput(width, columns, 0, false, true);
  }

  /**
   * Returns an input of tokens, of which each call reads one with what is inside of it.
   *
   * @param columns a token's symbol, and those inside of the longest
   */
  public static StepInput spelled(int columns) {
    return new StepInput(0, columns, 0, true, false);
  }

  /** Returns a step of this input. */
  Steps step(float[] features, int[] symbols) {
    if (!nested) {
      return Steps.of(1, features, width, symbols, columns);
    }
    int end = 2; // there is at least one inside
    while (end < symbols.length && symbols[end] != Vocabulary.PADDING) {
      end++;
    }
    return Steps.nested(new int[] {symbols[0]}, new int[][] {Arrays.copyOfRange(symbols, 1, end)});
  }

  /** Returns how many numbers of this input a session keeps. */
  int kept() {
    return once ? width + columns : remembered;
  }
}
