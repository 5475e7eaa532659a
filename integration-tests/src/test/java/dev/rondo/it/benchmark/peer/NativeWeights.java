package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.layer.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@link StartWeights} in the memory of PyTorch, in PyTorch's order. */
final class NativeWeights {
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  private NativeWeights() {}

  /**
   * Copies weights.
   *
   * @param manager owns the arrays
   */
  static NativeWeights of(NDManager manager, Weights weights) {
    NativeWeights all = new NativeWeights();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              // a copy in PyTorch's memory: what create() returns shares Java's
              try (NDArray shared = manager.create(tensor.values(), new Shape(tensor.shape()))) {
                all.arrays.put(name, shared.duplicate());
              }
            });
    return all;
  }

  /** Returns the arrays by name, in PyTorch's order. */
  Map<String, NDArray> arrays() {
    return arrays;
  }

  NDArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** Returns the weights of the recurrent layer, one direction after the other. */
  List<NDArray> recurrent() {
    return arrays.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("recurrent."))
        .map(Map.Entry::getValue)
        .toList();
  }
}
