package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/** A network that only holds layers, which tests call one by one. */
final class Model extends Network {
  Model(Layer... layers) {
    for (Layer layer : layers) {
      add(layer);
    }
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    throw new UnsupportedOperationException("its layers are called one by one");
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    throw new UnsupportedOperationException("its layers are called one by one");
  }
}
