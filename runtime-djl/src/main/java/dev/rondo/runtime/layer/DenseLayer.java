package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.kernel.JordanLoop;

/**
 * A fully connected layer, {@code activation(W x + b)}; on sequences step by step.
 *
 * <p>Weights: {@code weight} (units, inputs), {@code bias} (units), as PyTorch's {@code Linear}.
 */
public final class DenseLayer extends Layer {
  private final int units;
  private final Activation activation;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * Creates the layer.
   *
   * @param inputs features that come in
   * @param units features that go out
   * @throws IllegalArgumentException if a size is below 1
   */
  public DenseLayer(String name, int inputs, int units, Activation activation) {
    super(name);
    this.units = atLeastOne(units, "units");
    this.activation = activation;
    weight = addWeight("weight", Initializer.xavier(1), units, atLeastOne(inputs, "inputs"));
    bias = addWeight("bias", Initializer.constant(0), units);
  }

  /** Returns the features that go out. */
  public int units() {
    return units;
  }

  /** Returns this layer as part of a loop, whose steps it is computed in. */
  JordanLoop.Dense inLoop(Pass pass) {
    return new JordanLoop.Dense(pass.weight(weight), pass.weight(bias), activation);
  }

  /** (batch, inputs) to (batch, units). */
  public NDArray forward(Pass pass, NDArray values) {
    NDArray sum =
        values
            .getNDArrayInternal()
            .linear(values, pass.weight(weight), pass.weight(bias))
            .singletonOrThrow();
    return Activations.apply(activation, sum);
  }

  /** (batch, time, inputs) to (batch, time, units). */
  public Sequences forward(Pass pass, Sequences sequences) {
    return sequences.with(forward(pass, sequences.values()));
  }
}
