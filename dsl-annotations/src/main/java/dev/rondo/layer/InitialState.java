package dev.rondo.layer;

/** The state of a recurrent layer before the first step. */
public enum InitialState {
  /** Zeros. */
  ZERO,
  /**
   * A vector for each layer and direction, of an LSTM one for h and one for c, that starts at zero
   * and is trained with the weights.
   */
  LEARNED
}
