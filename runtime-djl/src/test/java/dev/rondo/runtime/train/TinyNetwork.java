package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.List;

/** What the processor would generate for a small classifier of tokens, written by hand. */
final class TinyNetwork extends Network {
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final DropoutLayer dropout;
  final DenseLayer dense;

  TinyNetwork(int vocabulary, int classes, Activation activation) {
    embedding = add(new EmbeddingLayer("embedding", vocabulary, 4));
    gru = add(new GruLayer("gru", 4, new int[] {5}, Direction.BIDIRECTIONAL, 0));
    dropout = add(new DropoutLayer("dropout", 0));
    dense = add(new DenseLayer("dense", 10, classes, activation));
  }

  NDArray scores(Pass pass, List<int[]> rows) {
    return forward(pass, TokenBatch.of(pass, rows));
  }

  NDArray forward(Pass pass, TokenBatch tokens) {
    NDArray state = gru.finalState(pass, embedding.forward(pass, tokens));
    return dense.forward(pass, dropout.forward(pass, state));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(forward(pass, TokenBatch.of(inputs.get(0), inputs.get(1))));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), dense.units())};
  }
}
