package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.layer.network.StepLayers;
import java.util.List;
import java.util.Optional;

/** A forward LSTM as the network that Rondo's processor would write, but for the names. */
public final class RondoStepNetwork extends CausalNetwork {
  private final EmbeddingLayer embedding;
  private final LstmLayer lstm;
  private final DenseLayer dense;

  /** Creates the network, without weights yet. */
  public RondoStepNetwork(Size size) {
    int[] units = {size.units()};
    embedding = add(new EmbeddingLayer("embedding", Workload.VOCABULARY, size.inputs()));
    lstm = add(new LstmLayer("lstm", size.inputs(), units, Direction.FORWARD, 0.0));
    dense = add(new DenseLayer("dense", size.units(), Workload.CLASSES, Activation.NONE));
  }

  @Override
  public NDArray forward(Pass pass, TokenBatch tokens, StreamState stream) {
    return dense.forward(pass, lstm.finalState(pass, embedding.forward(pass, tokens), stream));
  }

  @Override
  public Optional<StepLayers> stepLayers() {
    return StepLayers.of(embedding, List.of(lstm), dense);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(
        forward(pass, TokenBatch.of(inputs.get(0), inputs.get(1)), new StreamState(pass)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), dense.units())};
  }
}
