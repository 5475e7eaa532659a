package dev.rondo.runtime.train;

import dev.rondo.runtime.layer.NetworkHost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights as lists, which compare bit by bit. */
final class BoxedWeights {
  private BoxedWeights() {}

  /** Returns the weights of a network by name. */
  static Map<String, List<Float>> of(NetworkHost host) {
    Map<String, List<Float>> weights = new LinkedHashMap<>();
    host.weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              Float[] values = new Float[tensor.values().length];
              for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i];
              }
              weights.put(name, List.of(values));
            });
    return weights;
  }
}
