package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/** A network of a test, which is called by a forward pass of its own types. */
public abstract class TypedNetwork extends Network {
  @Override
  protected final NDList forward(Pass pass, NDList inputs) {
    throw new UnsupportedOperationException("only typed");
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    throw new UnsupportedOperationException("only typed");
  }
}
