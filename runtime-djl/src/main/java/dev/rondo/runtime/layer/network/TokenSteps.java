package dev.rondo.runtime.layer.network;

import dev.rondo.runtime.cell.RecurrentSteps;

/**
 * Reads tokens one by one. The vectors of the tokens are a copy in Java's memory: looking one up
 * there takes no call of the engine. Safe for use by many threads; they must be done before {@link
 * #close()}.
 */
public final class TokenSteps implements AutoCloseable {
  private final float[] table;
  private final RecurrentSteps steps;

  TokenSteps(float[] table, RecurrentSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  /**
   * Reads tokens.
   *
   * @param tokens at least one
   * @param state before the first; becomes that after the last
   * @return the scores after the last
   * @throws IllegalArgumentException if there is no token, one is not in the vocabulary, or the
   *     state has another length
   */
  public float[] read(int[] tokens, float[] state) {
    return steps.steps(table, tokens, state);
  }

  /** Returns the state before the first token. */
  public float[] initialState() {
    return steps.initialState();
  }

  /** Returns the numbers in a state. */
  public int stateSize() {
    return steps.stateSize();
  }

  /** Frees what was prepared; a second call does nothing. */
  @Override
  public void close() {
    steps.close();
  }
}
