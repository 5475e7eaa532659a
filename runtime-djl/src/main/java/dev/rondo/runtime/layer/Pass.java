package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;

/**
 * One pass of a batch through a network: where its arrays live, and which arrays stand for the
 * weights.
 *
 * <p>Everything that a pass creates belongs to its {@link #manager()} and is freed when the pass
 * ends. An operation's result belongs to the manager of its first operand, so layers put the data
 * first and the weight second.
 */
public abstract class Pass {
  private final NDManager manager;
  private final boolean training;

  /**
   * Creates a pass.
   *
   * @param manager owns all arrays of the pass
   * @param training whether dropout is on
   */
  protected Pass(NDManager manager, boolean training) {
    this.manager = manager;
    this.training = training;
  }

  /** Returns the owner of this pass's arrays. */
  public NDManager manager() {
    return manager;
  }

  /** Returns whether this is a training pass, in which dropout is on. */
  public boolean training() {
    return training;
  }

  /** Returns the array that stands for a weight in this pass; it must not be closed. */
  public abstract NDArray weight(Parameter parameter);
}
