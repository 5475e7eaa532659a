package dev.rondo.runtime.layer;

import dev.rondo.layer.Activation;

/**
 * A dense layer between numbers of Java, {@code activation(W x + b)}: for the small ones of heads.
 */
final class ValueDense {
  private final float[] weight;
  private final float[] bias;
  private final Activation activation;

  private ValueDense(float[] weight, float[] bias, Activation activation) {
    this.weight = weight;
    this.bias = bias;
    this.activation = activation;
  }

  /** Copies the weights as they are now. */
  static ValueDense of(DenseLayer layer) {
    return new ValueDense(
        layer.weight().toFloatArray(), layer.bias().toFloatArray(), layer.activation());
  }

  float[] apply(float[] x) {
    float[] y = new float[bias.length];
    for (int unit = 0; unit < y.length; unit++) {
      float sum = 0;
      for (int i = 0, w = unit * x.length; i < x.length; i++, w++) {
        sum += weight[w] * x[i];
      }
      y[unit] = activated(sum + bias[unit]);
    }
    return y;
  }

  private float activated(float sum) {
    return switch (activation) {
      case NONE -> sum;
      case RELU -> Math.max(0, sum);
      case TANH -> (float) Math.tanh(sum);
      case SIGMOID -> (float) (1 / (1 + Math.exp(-sum)));
      case GELU -> throw new IllegalStateException("FeatureLayers leaves GELU to the engine");
    };
  }
}
