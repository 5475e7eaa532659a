package dev.rondo.runtime.cell;

/**
 * Recurrent layers on top of each other, and perhaps dense layers on them, run one step at a time
 * between numbers of Java. They give what the layers give over the whole sequence.
 *
 * <p>The state is an array of the caller: h of each layer from the lowest, then c of each LSTM;
 * {@link #initialState()} before the first step. Safe for use by many threads, each with states of
 * its own; they must be done before {@link #close()}.
 */
public interface RecurrentSteps extends AutoCloseable {
  /**
   * Takes a step.
   *
   * @param input as many values as the lowest layer takes
   * @param state before the step; becomes that after
   * @return the output of the highest dense layer, without one h of the highest layer
   * @throws IllegalArgumentException if the input or the state has another length; the state then
   *     stays as it is
   */
  float[] step(float[] input, float[] state);

  /**
   * Takes a step with each of some rows of a table.
   *
   * @param table rows of as many values as the lowest layer takes, one after the other
   * @param rows which to read, in order; at least one
   * @param state before the first step; becomes that after the last
   * @return the output after the last step
   * @throws IllegalArgumentException if there is no row, the table lacks one, or the state has
   *     another length; the state then stays as it is
   */
  float[] steps(float[] table, int[] rows, float[] state);

  /** Returns the state before the first step: what the layers start with, zeros if nothing else. */
  float[] initialState();

  /** Returns the numbers in a state. */
  int stateSize();

  /** Frees what was prepared; a second call does nothing. */
  @Override
  void close();
}
