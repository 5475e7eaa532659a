package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.store.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam and AdamW as PyTorch computes them, β = (0.9, 0.999), ε = 1e-8. */
final class AdamRule implements UpdateRule {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final double weightDecay;
  private final boolean decoupled;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private int steps;
  private double learningRate;

  /**
   * Creates the rule.
   *
   * @param manager owns the moments
   * @param decoupled whether weight decay is AdamW's
   */
  AdamRule(NDManager manager, double weightDecay, boolean decoupled) {
    this.manager = manager;
    this.weightDecay = weightDecay;
    this.decoupled = decoupled;
  }

  @Override
  public void nextStep(double newLearningRate) {
    steps++;
    learningRate = newLearningRate;
  }

  @Override
  public void update(String name, NDArray weight, NDArray gradient, double scale) {
    NDArray mean =
        means.computeIfAbsent(name, n -> manager.zeros(weight.getShape(), weight.getDataType()));
    NDArray variance =
        variances.computeIfAbsent(
            name, n -> manager.zeros(weight.getShape(), weight.getDataType()));
    // the operator divides by (sqrt(variance) + epsilon): correcting the bias in the rate and in
    // epsilon gives exactly mean / correction1 / (sqrt(variance / correction2) + epsilon)
    double correction1 = 1 - Math.pow(BETA1, steps);
    double root2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight, gradient, mean, variance),
            new NDList(weight),
            (float) learningRate,
            (float) (learningRate * root2 / correction1),
            (float) weightDecay,
            (float) scale,
            -1,
            (float) BETA1,
            (float) BETA2,
            (float) (EPSILON * root2),
            false,
            decoupled);
  }

  @Override
  public Weights state() {
    Map<String, Weights.Tensor> state = new LinkedHashMap<>();
    means.forEach((name, array) -> state.put(name + ".exp_avg", tensor(array)));
    variances.forEach((name, array) -> state.put(name + ".exp_avg_sq", tensor(array)));
    return new Weights(state);
  }

  static Weights.Tensor tensor(NDArray array) {
    return new Weights.Tensor(array.getShape().getShape(), array.toFloatArray());
  }
}
