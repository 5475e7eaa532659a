package dev.rondo.runtime.session;

/**
 * What a session reads of an input.
 *
 * @param width features of a step
 * @param columns symbols of a step
 * @param remembered numbers that its encoding remembers from step to step
 * @param once whether it is read once, when the session starts: a single vector, not a sequence
 */
public record StepInput(int width, int columns, int remembered, boolean once) {
  /** Returns an input that is a sequence, of which each call reads a step. */
  public static StepInput each(int width, int columns, int remembered) {
    return new StepInput(width, columns, remembered, false);
  }

  /** Returns an input that is a single vector, the same at every step. */
  public static StepInput once(int width, int columns) {
    return new StepInput(width, columns, 0, true);
  }

  /** Returns how many numbers of this input a session keeps. */
  int kept() {
    return once ? width + columns : remembered;
  }
}
