package dev.rondo.runtime.cell;

/** Checks what steps are asked for. */
public final class StepTable {
  private StepTable() {}

  /**
   * Checks an input.
   *
   * @throws IllegalArgumentException if it has another length
   */
  public static void checkInput(float[] input, int inputs) {
    if (input.length != inputs) {
      throw new IllegalArgumentException(
          "the input has " + input.length + " values, expected " + inputs);
    }
  }

  /**
   * Checks rows of a table, and a state.
   *
   * @param inputs the values of a row
   * @throws IllegalArgumentException if there is no row, the table lacks one, or the state has
   *     another length
   */
  public static void check(float[] table, int[] rows, int inputs, float[] state, int stateSize) {
    if (state.length != stateSize) {
      throw new IllegalArgumentException(
          "a state of " + state.length + " values, expected " + stateSize);
    }
    if (rows.length == 0) {
      throw new IllegalArgumentException("there is no step to take");
    }
    for (int row : rows) {
      if (row < 0 || (row + 1L) * inputs > table.length) {
        throw new IllegalArgumentException(
            "row " + row + " is not in a table of " + table.length / inputs);
      }
    }
  }
}
