package dev.rondo.runtime.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import dev.rondo.runtime.layer.network.WritingLayers;
import java.util.Optional;

/**
 * What the processor would generate for a small tied language model whose initial state is learned,
 * written by hand.
 */
public final class TinyLanguage extends LanguageNetwork {
  private final EmbeddingLayer embedding;
  private final LstmLayer lstm;
  private final DropoutLayer dropout;
  private final DenseLayer dense;
  private final boolean kernel;

  /**
   * Creates the layers.
   *
   * @param kernel whether it writes by the kernel
   */
  public TinyLanguage(int vocabulary, boolean kernel) {
    embedding = add(new EmbeddingLayer("embedding", vocabulary, 6, 1));
    lstm =
        add(new LstmLayer("lstm", 6, new int[] {5, 6}, Direction.FORWARD, 0).learnedInitialState());
    dropout = add(new DropoutLayer("dropout", 0));
    dense = add(DenseLayer.tied("dense", embedding));
    this.kernel = kernel;
  }

  /** Sets the share of values that are dropped below the output layer; 0 at first. */
  public void dropout(double rate) {
    dropout.rate(rate);
  }

  @Override
  public NDArray forward(Pass pass, TokenBatch tokens, StreamState state) {
    Sequences steps = lstm.forward(pass, embedding.forward(pass, tokens), state);
    return dense.forward(pass, dropout.forward(pass, steps)).values();
  }

  @Override
  public Optional<WritingLayers> writingLayers() {
    return kernel ? WritingLayers.of(embedding, dense, lstm) : Optional.empty();
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(
        forward(pass, TokenBatch.of(inputs.get(0), inputs.get(1)), new StreamState(pass)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), inputShapes[0].get(1), dense.units())};
  }
}
