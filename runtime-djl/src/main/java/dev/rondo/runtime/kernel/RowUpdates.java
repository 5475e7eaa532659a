package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;

/** Changes rows of an array in place. The array must not require a gradient. */
public final class RowUpdates {
  private RowUpdates() {}

  /**
   * Adds vectors to rows; to a row that is named several times, all of them.
   *
   * @param array changed, (rows, features)
   * @param rows their numbers, int64 (…)
   * @param vectors (…, features)
   * @throws IllegalArgumentException if the shapes do not belong together
   * @throws ai.djl.engine.EngineException if there is no row of a number
   */
  public static void add(NDArray array, NDArray rows, NDArray vectors) {
    Shapes.dimensions("array", array, 2);
    long features = array.getShape().get(1);
    Shapes.require("vectors", vectors, rows.getShape().add(features).getShape());
    try (NDArray numbers = rows.reshape(-1);
        NDArray values = vectors.reshape(-1, features);
        Arguments arguments = new Arguments()) {
      run("add_rows", array, arguments.array(array).array(numbers).array(values));
    }
  }

  /**
   * Fills rows with zeros.
   *
   * @param array changed, (rows, features)
   * @param rows their numbers, int64 (…)
   * @throws ai.djl.engine.EngineException if there is no row of a number
   */
  public static void clear(NDArray array, NDArray rows) {
    try (NDArray numbers = rows.reshape(-1);
        Arguments arguments = new Arguments()) {
      run("clear_rows", array, arguments.array(array).array(numbers));
    }
  }

  private static void run(String method, NDArray array, Arguments arguments) {
    Kernels.of(array.getManager()).run(method, arguments).close();
  }
}
