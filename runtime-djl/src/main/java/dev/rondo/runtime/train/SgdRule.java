package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.store.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum as PyTorch computes it: {@code v = momentum · v + g},
 * {@code w = w - rate · v}.
 */
final class SgdRule implements UpdateRule {
  private final NDManager manager;
  private final double momentum;
  private final double weightDecay;
  private final Map<String, NDArray> velocities = new LinkedHashMap<>();
  private double learningRate;

  /**
   * Creates the rule.
   *
   * @param manager owns the velocities
   */
  SgdRule(NDManager manager, double momentum, double weightDecay) {
    this.manager = manager;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  @Override
  public void nextStep(double newLearningRate) {
    learningRate = newLearningRate;
  }

  @Override
  public void update(String name, NDArray weight, NDArray gradient, double scale) {
    // gradients belong to the step's manager: what is computed from them goes with them
    NDArray change = gradient.mul((float) scale);
    if (weightDecay > 0) {
      try (NDArray decay = weight.mul((float) weightDecay)) {
        change.addi(decay);
      }
    }
    if (momentum > 0) {
      NDArray velocity =
          velocities.computeIfAbsent(
              name, n -> manager.zeros(weight.getShape(), weight.getDataType()));
      velocity.muli((float) momentum).addi(change);
      try (NDArray step = velocity.mul((float) learningRate)) {
        weight.subi(step);
      }
    } else {
      weight.subi(change.muli((float) learningRate));
    }
  }

  @Override
  public Weights state() {
    Map<String, Weights.Tensor> state = new LinkedHashMap<>();
    velocities.forEach(
        (name, array) -> state.put(name + ".momentum_buffer", AdamRule.tensor(array)));
    return new Weights(state);
  }
}
