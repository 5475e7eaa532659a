package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.train.checkpoint.Position;
import dev.rondo.runtime.train.checkpoint.StateArray;
import dev.rondo.runtime.train.checkpoint.StoredArrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moving averages of the weights over the steps of a training (Polyak and Juditsky 1992,
 * "Acceleration of stochastic approximation by averaging"), in exponential form and without the
 * bias towards the beginning (Kingma and Ba 2015, "Adam", section 7.2): after t steps {@code (1 -
 * d) Σ d^(t - i) w_i / (1 - d^t)}. It is computed as {@code a = a + (1 - d) / (1 - d^t) (w - a)},
 * so that it is ready after each step.
 *
 * <p>The training goes on with the weights; the averages {@linkplain #show take their place} in the
 * network while it is evaluated, and in the end.
 */
public final class WeightAverages {
  private static final String STEPS = "averaged";

  private final NetworkHost host;
  private final NDManager memory;
  private final double decay;

  /** The averages; while they are shown, the weights that the training goes on with. */
  private final List<NDArray> others = new ArrayList<>();

  private long steps;
  private boolean shown;

  /**
   * Creates averages of nothing.
   *
   * @param memory owns the arrays
   * @param decay d, in [0, 1); 0 for no averages: none of the methods does anything then
   */
  public WeightAverages(NetworkHost host, NDManager memory, double decay) {
    this.host = host;
    this.memory = memory;
    this.decay = decay;
  }

  /** Takes the weights in, after a step that changed them. */
  void follow() {
    if (decay == 0) {
      return;
    }
    if (others.isEmpty()) {
      for (NDArray weight : weights()) {
        NDArray copy = weight.duplicate();
        copy.attach(memory);
        others.add(copy);
      }
    }
    steps++;
    WeightUpdates.follow(others, weights(), (1 - decay) / (1 - Math.pow(decay, (double) steps)));
  }

  /** Puts the averages into the network, if there are any. */
  public void show() {
    if (!shown) {
      swap();
      shown = !others.isEmpty();
    }
  }

  /** Puts the weights of the last step back into the network. */
  public void hide() {
    if (shown) {
      swap();
      shown = false;
    }
  }

  private void swap() {
    List<NDArray> weights = weights();
    for (int i = 0; i < others.size(); i++) {
      // one after the other: so much memory less
      try (NDArray kept = weights.get(i).duplicate()) {
        WeightUpdates.copy(List.of(weights.get(i)), List.of(others.get(i)));
        WeightUpdates.copy(List.of(others.get(i)), List.of(kept));
      }
    }
  }

  /** Returns the weights of the last step by name, wherever they are. */
  public Map<String, NDArray> lastWeights() {
    return named(shown ? others : weights());
  }

  /** Returns the averages by name, wherever they are; empty for none. */
  public Map<String, NDArray> arrays() {
    return others.isEmpty() ? Map.of() : named(shown ? weights() : others);
  }

  private Map<String, NDArray> named(List<NDArray> arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    List<Parameter> parameters = parameters();
    for (int i = 0; i < arrays.size(); i++) {
      named.put(parameters.get(i).getName(), arrays.get(i));
    }
    return named;
  }

  /** Returns how many steps are averaged; nothing for none. */
  public Map<String, String> position() {
    return steps == 0 ? Map.of() : Map.of(STEPS, Long.toString(steps));
  }

  /**
   * Goes on from a checkpoint.
   *
   * @param position what {@link #position()} gave, among others
   * @param arrays what {@link #arrays()} gave
   * @throws IllegalStateException if an average is missing, or has another shape than its weight
   */
  public void restore(Map<String, String> position, Map<String, StateArray> arrays) {
    Position from = new Position(position);
    if (!from.has(STEPS)) {
      return;
    }
    steps = from.count(STEPS);
    for (Parameter parameter : parameters()) {
      others.add(
          StoredArrays.copy(memory, parameter.getName(), parameter.getArray().getShape(), arrays));
    }
  }

  private List<NDArray> weights() {
    return parameters().stream().map(Parameter::getArray).toList();
  }

  private List<Parameter> parameters() {
    return List.copyOf(host.network().getDirectParameters().values());
  }
}
