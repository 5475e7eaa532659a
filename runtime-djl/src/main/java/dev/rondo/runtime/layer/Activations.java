package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;

/** The functions of {@link Activation}. */
final class Activations {
  private Activations() {}

  static NDArray apply(Activation activation, NDArray values) {
    return switch (activation) {
      case NONE -> values;
      case RELU -> values.getNDArrayInternal().relu();
      case TANH -> values.tanh();
      case SIGMOID -> values.getNDArrayInternal().sigmoid();
      case GELU -> values.getNDArrayInternal().gelu();
    };
  }
}
