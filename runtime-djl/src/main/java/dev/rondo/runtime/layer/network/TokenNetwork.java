package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;

/**
 * A network that scores sequences of tokens: the base of every generated one with one such input.
 */
public abstract class TokenNetwork extends Network {
  /**
   * Returns the scores of a batch.
   *
   * @param tokens (batch, time)
   * @return (batch, scores), or (batch, time, scores) where there is an answer for each step
   */
  public abstract NDArray forward(Pass pass, TokenBatch tokens);

  /** Returns how it answers rows of tokens, where it gives (batch, scores). */
  public final Inference<int[], float[]> inference(NetworkHost host) {
    return Inference.ofTokens(host, (pass, rows) -> forward(pass, TokenBatch.of(pass, rows)));
  }

  /** DJL's untyped entry: token numbers (batch, time) and lengths (batch). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(forward(pass, TokenBatch.of(inputs.get(0), inputs.get(1))));
  }

  /** Returns (batch, scores) of (batch, time): as many as the last layer has units. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), output().units())};
  }

  /** Returns the layer that gives the scores: the last one that was added. */
  final DenseLayer output() {
    return (DenseLayer) lastLayer();
  }
}
