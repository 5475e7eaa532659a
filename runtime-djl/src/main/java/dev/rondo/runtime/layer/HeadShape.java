package dev.rondo.runtime.layer;

/**
 * What a head of a network answers with.
 *
 * @param name of the output
 * @param size scores of an answer, or of a step
 * @param eachStep whether there are scores for each step that the layers leave; else once for a row
 * @param every how many steps of the input there are to one that the layers leave
 */
public record HeadShape(String name, int size, boolean eachStep, int every) {
  /** Returns a head with one answer for each row: (batch, size). */
  public static HeadShape once(String name, int size) {
    return new HeadShape(name, size, false, 1);
  }

  /** Returns a head with an answer for each real step: (real steps, size). */
  public static HeadShape eachStep(String name, int size) {
    return new HeadShape(name, size, true, 1);
  }

  /**
   * Returns a head with scores at each step that the layers leave: (real steps that are left,
   * size).
   *
   * @param every how many steps of the input there are to one of these
   */
  public static HeadShape aligned(String name, int size, int every) {
    return new HeadShape(name, size, true, every);
  }

  /** Returns how many times a row of so many steps has scores. */
  int times(int steps) {
    return eachStep ? (steps - 1) / every + 1 : 1;
  }
}
