package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;

/** Makes orthogonal matrices. */
public final class OrthogonalRows {
  private OrthogonalRows() {}

  /**
   * Makes the rows of a square matrix orthogonal, by the Gram-Schmidt process in float64. Normally
   * distributed rows become uniformly distributed ones (Mezzadri 2007, <a
   * href="https://arxiv.org/abs/math-ph/0609050">arXiv:math-ph/0609050</a>).
   *
   * @param rows (size, size)
   * @return (size, size), in the manager
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static NDArray of(NDManager manager, NDArray rows) {
    Shapes.dimensions("rows", rows, 2);
    Shapes.require("rows", rows, rows.getShape().get(0), rows.getShape().get(0));
    try (Arguments arguments = new Arguments();
        IValue result = Kernels.of(manager).run("orthogonal", arguments.array(rows))) {
      return result.toTensor((PtNDManager) manager);
    }
  }
}
