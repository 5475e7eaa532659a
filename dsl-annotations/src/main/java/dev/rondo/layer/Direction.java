package dev.rondo.layer;

/** The order in which a recurrent layer reads its sequence. */
public enum Direction {
  /** From the first step to the last. */
  FORWARD,
  /** From the last step to the first. */
  BACKWARD,
  /**
   * Both ways with separate weights; the two outputs are joined, so that {@code units} becomes
   * twice as many features (Schuster and Paliwal 1997, "Bidirectional recurrent neural networks").
   */
  BIDIRECTIONAL
}
