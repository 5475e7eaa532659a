package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StepBatch;

/**
 * A network that reads records and numbers, or several inputs. Its batches are {@link StepBatch}es,
 * which DJL's untyped arrays cannot stand for: it is called by its own {@code forward} only.
 */
public abstract class FeatureNetwork extends Network {
  /**
   * Is not supported.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  protected final NDList forward(Pass pass, NDList inputs) {
    throw new UnsupportedOperationException(
        "a network of records and numbers reads batches of steps: call its typed forward");
  }

  /**
   * Is not supported.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    throw new UnsupportedOperationException(
        "a network of records and numbers reads batches of steps: call its typed forward");
  }
}
