package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import java.util.List;

/** Three scores for a row of tokens. */
final class TokenScorer extends Network {
  static final int VOCABULARY = 20;

  private final EmbeddingLayer embedding;
  private final LstmLayer lstm;
  private final DropoutLayer dropout;
  private final DenseLayer dense;

  TokenScorer() {
    embedding = add(new EmbeddingLayer("embedding", VOCABULARY, 4));
    lstm = add(new LstmLayer("lstm", 4, new int[] {5}, Direction.BIDIRECTIONAL, 0));
    dropout = add(new DropoutLayer("dropout", 0.5));
    dense = add(new DenseLayer("dense", 10, 3, Activation.NONE));
  }

  NDArray scores(Pass pass, List<int[]> rows) {
    return forward(pass, TokenBatch.of(pass, rows));
  }

  NDArray forward(Pass pass, TokenBatch batch) {
    NDArray state = lstm.finalState(pass, embedding.forward(pass, batch));
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
