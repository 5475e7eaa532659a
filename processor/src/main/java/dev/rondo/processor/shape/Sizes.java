package dev.rondo.processor.shape;

/** The range of sizes that are written. */
public final class Sizes {
  /** The largest number of units or features that can be written. */
  public static final int LARGEST = 1_000_000;

  private Sizes() {}

  /** Returns whether a layer can have that many units or features. */
  public static boolean valid(int size) {
    return size >= 1 && size <= LARGEST;
  }
}
