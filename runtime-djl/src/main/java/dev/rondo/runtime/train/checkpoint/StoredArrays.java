package dev.rondo.runtime.train.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Brings arrays of a checkpoint back into native memory. */
public final class StoredArrays {
  private StoredArrays() {}

  /**
   * Copies an array.
   *
   * @param owner of the copy
   * @throws IllegalStateException if there is none of this name, or it has another shape
   */
  public static NDArray copy(
      NDManager owner, String name, Shape shape, Map<String, StateArray> arrays) {
    StateArray stored = arrays.get(name);
    if (stored == null || !new Shape(stored.shape()).equals(shape)) {
      throw new IllegalStateException(
          "array \"%s\" is %s, expected one of shape %s"
              .formatted(name, stored == null ? "missing" : new Shape(stored.shape()), shape));
    }
    // PyTorch's own memory, whose place sums do not depend on, as that of the training before
    try (NDArray shared = owner.create(stored.values(), shape)) {
      return shared.duplicate();
    }
  }
}
