package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Checks shapes before PyTorch does, which does not do it everywhere. */
final class Shapes {
  private Shapes() {}

  static void require(String what, NDArray array, long... expected) {
    Shape wanted = new Shape(expected);
    if (!array.getShape().equals(wanted)) {
      throw new IllegalArgumentException(
          what + " has shape " + array.getShape() + ", expected " + wanted);
    }
  }

  static void dimensions(String what, NDArray array, int dimensions) {
    if (array.getShape().dimension() != dimensions) {
      throw new IllegalArgumentException(
          what + " has shape " + array.getShape() + ", expected " + dimensions + " dimensions");
    }
  }
}
