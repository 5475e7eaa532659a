package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.function.BiFunction;

/** A {@link Workload} as the network that Rondo's processor would write, but for the names. */
public final class RondoNetwork extends Network {
  private final EmbeddingLayer embedding;
  private final BiFunction<Pass, Sequences, NDArray> finalState;
  private final DenseLayer dense;

  /** Creates the network, without weights yet. */
  public RondoNetwork(Workload workload) {
    int inputs = workload.size().inputs();
    int[] units = {workload.size().units()};
    Direction direction = workload.bidirectional() ? Direction.BIDIRECTIONAL : Direction.FORWARD;
    String name = "recurrent";
    embedding = add(new EmbeddingLayer("embedding", Workload.VOCABULARY, inputs));
    finalState =
        switch (workload.cell()) {
          case LSTM -> add(new LstmLayer(name, inputs, units, direction, 0.0))::finalState;
          case GRU -> add(new GruLayer(name, inputs, units, direction, 0.0))::finalState;
          case RNN ->
              add(new RnnLayer(name, inputs, units, direction, 0.0, Activation.TANH))::finalState;
        };
    dense = add(new DenseLayer("dense", workload.stateSize(), Workload.CLASSES, Activation.NONE));
  }

  /** Returns the scores: (batch, classes). */
  public NDArray forward(Pass pass, TokenBatch tokens) {
    return dense.forward(pass, finalState.apply(pass, embedding.forward(pass, tokens)));
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
