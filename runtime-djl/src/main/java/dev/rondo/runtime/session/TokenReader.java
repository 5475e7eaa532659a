package dev.rondo.runtime.session;

/** Reads tokens, with a state that somebody else keeps. Safe for use by many threads. */
interface TokenReader {
  /**
   * Returns the numbers in a state.
   *
   * @throws IllegalStateException if the network is closed
   */
  int stateSize();

  /**
   * Reads tokens.
   *
   * @param tokens at least one
   * @param state before the first; becomes that after the last
   * @param first whether nothing was read before: the layers then begin with their initial state
   * @return the scores after the last
   * @throws IllegalStateException if the network is closed
   */
  float[] read(int[] tokens, float[] state, boolean first);
}
