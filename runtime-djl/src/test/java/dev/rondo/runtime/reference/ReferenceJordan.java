package dev.rondo.runtime.reference;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import java.util.List;
import java.util.Map;

/**
 * A Jordan network.
 *
 * @param layer the name its weights begin with
 * @param residual whether the input is added to the output
 * @param dense the names of the dense layers behind
 * @param hidden the activation of the dense layers but the last, which has none
 */
public record ReferenceJordan(
    Activation activation,
    String layer,
    Direction direction,
    boolean residual,
    List<String> dense,
    Activation hidden,
    Map<String, double[]> weights) {

  /**
   * Returns what the dense layers get at each step.
   *
   * @param mask by which what is fed back is multiplied; empty for no dropout
   */
  public double[][] steps(double[][] inputs, double[] mask) {
    return direction == Direction.FORWARD
        ? run(inputs, mask)
        : Vectors.reversed(run(Vectors.reversed(inputs), mask));
  }

  /** Returns what the dense layers get after the last step, backward after the first. */
  public double[] finalState(double[][] inputs, double[] mask) {
    double[][] steps = steps(inputs, mask);
    return direction == Direction.FORWARD ? steps[steps.length - 1] : steps[0];
  }

  private double[][] run(double[][] inputs, double[] mask) {
    double[] last = ReferenceWeights.get(weights, dense.get(dense.size() - 1) + ".bias");
    double[] output = new double[last.length];
    double[] kept = mask.length == 0 ? Vectors.ones(last.length) : mask;
    double[][] states = new double[inputs.length][];
    for (int t = 0; t < inputs.length; t++) {
      double[] x = Vectors.affine(weight("weight_ih"), inputs[t], weight("bias_ih"));
      double[] back =
          Vectors.affine(weight("weight_yh"), Vectors.product(kept, output), weight("bias_yh"));
      double[] state = Vectors.sum(x, back);
      for (int u = 0; u < state.length; u++) {
        state[u] = ReferenceLayers.activate(activation, state[u]);
      }
      states[t] = residual ? Vectors.sum(state, inputs[t]) : state;
      output = states[t];
      for (int k = 0; k < dense.size(); k++) {
        Activation own = k == dense.size() - 1 ? Activation.NONE : hidden;
        output = ReferenceLayers.dense(weights, dense.get(k), own, output);
      }
    }
    return states;
  }

  private double[] weight(String name) {
    return ReferenceWeights.get(weights, layer + "." + name + "_l0");
  }
}
