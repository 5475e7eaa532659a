package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.layer.NetworkHost;
import java.util.List;
import java.util.function.Consumer;

/** Changes the values that a weight starts with. */
final class WeightRows {
  private WeightRows() {}

  /**
   * Changes a weight in its place.
   *
   * @param change is given all values, row by row, to change them
   */
  static void change(NetworkHost host, NDArray array, Consumer<float[]> change) {
    float[] values = array.toFloatArray();
    change.accept(values);
    Shape shape = array.getShape();
    try (NDArray changed = host.manager().create(values, shape)) {
      WeightUpdates.copy(List.of(array), List.of(changed));
    }
    host.changed();
  }
}
