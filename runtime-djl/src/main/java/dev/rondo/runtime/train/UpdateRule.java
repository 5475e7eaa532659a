package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.layer.Weights;
import java.util.Map;

/** Changes weights by their gradients, and remembers what it needs to between the steps. */
interface UpdateRule {
  /**
   * Changes weights in place. Gradients must not be recorded on this thread.
   *
   * @param gradients of the weights that took part in the step
   * @param learningRate of the step
   */
  void update(Map<Parameter, NDArray> gradients, double learningRate);

  /**
   * Returns a copy of what the rule remembers, by names such as {@code lstm.weight_ih_l0.exp_avg}.
   */
  Weights state();
}
