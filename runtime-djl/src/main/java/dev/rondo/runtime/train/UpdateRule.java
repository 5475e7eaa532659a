package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.store.Weights;

/** Changes weights by their gradients, and remembers what it needs to between the steps. */
interface UpdateRule {
  /**
   * Begins a step.
   *
   * @param learningRate of the step
   */
  void nextStep(double learningRate);

  /**
   * Changes a weight in place. Gradients must not be recorded on this thread.
   *
   * @param name the weight's name
   * @param weight what is changed
   * @param gradient its gradient, which may be changed too
   * @param scale what to multiply the gradient by
   */
  void update(String name, NDArray weight, NDArray gradient, double scale);

  /**
   * Returns a copy of what the rule remembers, by names such as {@code lstm.weight_ih_l0.exp_avg}.
   */
  Weights state();
}
