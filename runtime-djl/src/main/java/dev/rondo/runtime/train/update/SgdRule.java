package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.train.checkpoint.StateArray;
import dev.rondo.runtime.train.checkpoint.StoredArrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum as PyTorch computes it: {@code v = momentum · v + g},
 * {@code w = w - rate · v}.
 */
public final class SgdRule implements UpdateRule {
  private static final String VELOCITY = ".momentum_buffer";

  private final NDManager manager;
  private final double momentum;
  private final double weightDecay;
  private final Map<String, NDArray> velocities = new LinkedHashMap<>();

  /**
   * Creates the rule.
   *
   * @param manager owns the velocities
   */
  public SgdRule(NDManager manager, double momentum, double weightDecay) {
    this.manager = manager;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  @Override
  public void update(Map<Parameter, NDArray> gradients, double learningRate) {
    List<Parameter> weights = List.copyOf(gradients.keySet());
    List<NDArray> remembered =
        momentum == 0
            ? List.of()
            : weights.stream()
                .map(weight -> velocities.computeIfAbsent(weight.getName(), n -> start(weight)))
                .toList();
    WeightUpdates.sgd(
        new WeightUpdates.SgdSettings(learningRate, momentum, weightDecay),
        weights.stream().map(Parameter::getArray).toList(),
        List.copyOf(gradients.values()),
        remembered);
  }

  private NDArray start(Parameter weight) {
    return manager.zeros(weight.getArray().getShape());
  }

  @Override
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    velocities.forEach((name, array) -> state.put(name + VELOCITY, array));
    return state;
  }

  @Override
  public void restore(Collection<Parameter> weights, Map<String, StateArray> state) {
    for (Parameter weight : weights) {
      String name = weight.getName();
      if (state.containsKey(name + VELOCITY)) {
        Shape shape = weight.getArray().getShape();
        velocities.put(name, StoredArrays.copy(manager, name + VELOCITY, shape, state));
      }
    }
  }
}
