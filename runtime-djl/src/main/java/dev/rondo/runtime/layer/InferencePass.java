package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Optional;

/** A pass that only predicts: the weights stand for themselves. */
final class InferencePass extends Pass {
  private final boolean ends;

  /**
   * Creates a pass.
   *
   * @param ends whether all sequences end in it: one that is gone on from must not be padded
   */
  InferencePass(NDManager manager, boolean ends) {
    super(manager, Optional.empty());
    this.ends = ends;
  }

  @Override
  int steps(int longest) {
    return ends ? FewShapes.steps(longest) : longest;
  }

  @Override
  public NDArray weight(Parameter parameter) {
    return parameter.getArray();
  }
}
