package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.util.Collection;
import java.util.Map;

/** Changes weights by their gradients, and remembers what it needs to between the steps. */
public interface UpdateRule {
  /**
   * Changes weights in place. Gradients must not be recorded on this thread.
   *
   * @param gradients of the weights that took part in the step
   * @param learningRate of the step
   */
  void update(Map<Parameter, NDArray> gradients, double learningRate);

  /**
   * Returns what the rule remembers, by names such as {@code lstm.weight_ih_l0.exp_avg}; the arrays
   * stay the rule's.
   */
  Map<String, NDArray> state();

  /**
   * Goes on from what another rule of this kind remembered.
   *
   * @param weights that it may be asked to change
   * @param state of some of these weights
   * @throws IllegalStateException if an array has another shape than its weight
   */
  void restore(Collection<Parameter> weights, Map<String, StateArray> state);
}
