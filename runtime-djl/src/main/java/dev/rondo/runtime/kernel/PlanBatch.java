package dev.rondo.runtime.kernel;

/** The rows that a program is run on, as it reads them. */
public interface PlanBatch {
  /** Returns how many rows there are. */
  int rows();

  /** Returns how many steps an input of a row has. */
  int length(int row, int input);

  /** Returns how many steps an input is padded to. */
  int time(int input);

  /** Returns the symbols of an input of a row, step by step, each with its columns. */
  int[] symbols(int row, int input);

  /** Returns how many symbols a step of an input has. */
  int columns(int input);

  /** Returns the features of an input of a row, step by step. */
  float[] features(int row, int input);
}
