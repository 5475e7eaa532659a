package dev.rondo.runtime.layer;

/**
 * What a head of a network answers with.
 *
 * @param name of the output
 * @param size scores of an answer
 * @param eachStep whether there is an answer for each step; else one for each row
 */
public record HeadShape(String name, int size, boolean eachStep) {
  /** Returns a head with one answer for each row: (batch, size). */
  public static HeadShape once(String name, int size) {
    return new HeadShape(name, size, false);
  }

  /** Returns a head with an answer for each real step: (real steps, size). */
  public static HeadShape eachStep(String name, int size) {
    return new HeadShape(name, size, true);
  }
}
