package dev.rondo.data;

/** What the network reads in place of a value that is missing. */
public enum Fill {
  /** 0 after scaling: the mean of the training data where numbers are standardised. */
  ZERO,
  /**
   * The last value of an earlier step of the same sequence, that of the session where steps come
   * one by one; 0 after scaling as long as there was none.
   */
  LAST
}
