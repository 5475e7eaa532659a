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

/** Adam and AdamW as PyTorch computes them, β = (0.9, 0.999), ε = 1e-8. */
public final class AdamRule implements UpdateRule {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private static final String MEAN = ".exp_avg";
  private static final String VARIANCE = ".exp_avg_sq";
  private static final String STEPS = ".step";

  private final NDManager manager;
  private final double weightDecay;
  private final boolean decoupled;
  private final Map<String, Moments> moments = new LinkedHashMap<>();

  /**
   * Creates the rule.
   *
   * @param manager owns the moments
   * @param decoupled whether weight decay is AdamW's
   */
  public AdamRule(NDManager manager, double weightDecay, boolean decoupled) {
    this.manager = manager;
    this.weightDecay = weightDecay;
    this.decoupled = decoupled;
  }

  /** What is remembered of a weight: m, v, and the steps it took part in, a scalar. */
  private record Moments(NDArray mean, NDArray variance, NDArray steps) {}

  @Override
  public void update(Map<Parameter, NDArray> gradients, double learningRate) {
    List<Parameter> weights = List.copyOf(gradients.keySet());
    List<Moments> remembered =
        weights.stream()
            .map(weight -> moments.computeIfAbsent(weight.getName(), name -> start(weight)))
            .toList();
    WeightUpdates.adam(
        new WeightUpdates.AdamSettings(learningRate, BETA1, BETA2, EPSILON, weightDecay, decoupled),
        weights.stream().map(Parameter::getArray).toList(),
        List.copyOf(gradients.values()),
        remembered.stream().map(Moments::mean).toList(),
        remembered.stream().map(Moments::variance).toList(),
        remembered.stream().map(Moments::steps).toList());
  }

  private Moments start(Parameter weight) {
    Shape shape = weight.getArray().getShape();
    return new Moments(manager.zeros(shape), manager.zeros(shape), manager.zeros(new Shape()));
  }

  @Override
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    moments.forEach(
        (name, all) -> {
          state.put(name + MEAN, all.mean());
          state.put(name + VARIANCE, all.variance());
          state.put(name + STEPS, all.steps());
        });
    return state;
  }

  @Override
  public void restore(Collection<Parameter> weights, Map<String, StateArray> state) {
    for (Parameter weight : weights) {
      String name = weight.getName();
      if (state.containsKey(name + STEPS)) {
        Shape shape = weight.getArray().getShape();
        moments.put(
            name,
            new Moments(
                StoredArrays.copy(manager, name + MEAN, shape, state),
                StoredArrays.copy(manager, name + VARIANCE, shape, state),
                StoredArrays.copy(manager, name + STEPS, new Shape(), state)));
      }
    }
  }
}
