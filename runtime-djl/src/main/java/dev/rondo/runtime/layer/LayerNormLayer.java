package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.plan.Operator;

/**
 * Layer normalization (Ba, Kiros and Hinton 2016, <a
 * href="https://arxiv.org/abs/1607.06450">arXiv:1607.06450</a>), equation as in {@link
 * dev.rondo.layer.LayerNorm}; on sequences step by step.
 *
 * <p>Weights: {@code weight} (features), which starts at 1, and {@code bias} (features), at 0, as
 * PyTorch's {@code LayerNorm}.
 */
public final class LayerNormLayer extends Layer {
  private static final float EPSILON = 1e-5f;

  private final int features;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * Creates the layer.
   *
   * @param features that come in and go out
   * @throws IllegalArgumentException if there are none
   */
  public LayerNormLayer(String name, int features) {
    super(name);
    this.features = atLeastOne(features, "features");
    weight = addWeight("weight", Initializer.constant(1), features);
    bias = addWeight("bias", Initializer.constant(0), features);
  }

  /** (…, features) to the same. */
  public NDArray forward(Pass pass, NDArray values) {
    return pass.planned(values, features, this::operator).orElseGet(() -> compute(pass, values));
  }

  private Operator operator() {
    return new Operator.LayerNorm(weight.getName(), bias.getName(), EPSILON);
  }

  private NDArray compute(Pass pass, NDArray values) {
    return values
        .getNDArrayInternal()
        .layerNorm(values, new Shape(features), pass.weight(weight), pass.weight(bias), EPSILON)
        .singletonOrThrow();
  }

  /** (batch, time, features) to the same. */
  public Sequences forward(Pass pass, Sequences sequences) {
    return sequences.with(forward(pass, sequences.values()));
  }
}
