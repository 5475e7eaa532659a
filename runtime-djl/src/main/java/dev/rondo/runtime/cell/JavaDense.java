package dev.rondo.runtime.cell;

import dev.rondo.layer.Activation;

/**
 * A dense layer of a vector, {@code activation(W x + b)}. Immutable; safe for use by many threads.
 */
public final class JavaDense {
  private final float[][] columns;
  private final float[] bias;
  private final Activation activation;

  /**
   * Copies weights.
   *
   * @param weight W (units, inputs)
   * @param bias b (units)
   * @param activation not {@link Activation#GELU}, which is left to the engine
   * @throws IllegalArgumentException if the sizes do not belong together, or it is that
   */
  public JavaDense(float[] weight, float[] bias, Activation activation) {
    if (weight.length == 0 || weight.length % bias.length != 0 || activation == Activation.GELU) {
      throw new IllegalArgumentException(
          "a dense layer of %s weights, a bias of %s and %s is not for Java"
              .formatted(weight.length, bias.length, activation));
    }
    this.columns = Products.columns(weight, bias.length, weight.length / bias.length);
    this.bias = bias.clone();
    this.activation = activation;
  }

  /** Returns the features that come in. */
  int inputs() {
    return columns.length;
  }

  int units() {
    return bias.length;
  }

  /**
   * Computes it.
   *
   * @param x as many values as come in
   */
  public float[] apply(float[] x) {
    return apply(x, 0);
  }

  float[] apply(float[] x, int from) {
    float[] y = bias.clone();
    Products.add(columns, x, from, y);
    for (int unit = 0; unit < y.length && activation != Activation.NONE; unit++) {
      y[unit] = activated(y[unit]);
    }
    return y;
  }

  private float activated(float sum) {
    return switch (activation) {
      case NONE -> sum;
      case RELU -> Math.max(0, sum);
      case TANH -> Products.tanh(sum);
      case SIGMOID -> Products.sigmoid(sum);
      case GELU -> throw new IllegalStateException("GELU is left to the engine");
    };
  }
}
