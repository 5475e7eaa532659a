package dev.rondo.runtime.session;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.JordanLayer;
import dev.rondo.runtime.layer.LayerNormLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.PoolLayer;
import dev.rondo.runtime.layer.RecurrentStack;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.layer.network.StepLayers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Two scores for a row of tokens, from causal layers of any kind. */
final class StepNetwork extends CausalNetwork {
  static final int VOCABULARY = 7;
  static final int SIZE = 3;

  /** What recurs. */
  enum Kind {
    LSTM,
    GRU,
    TANH,
    RELU,
    PEEPHOLE,
    RESIDUAL,
    LEARNED_START,
    JORDAN
  }

  /** What makes one vector of the steps. */
  enum Reduction {
    FINAL_STATE,
    LAST,
    MEAN,
    MAX
  }

  private final Kind kind;
  private final Reduction reduction;
  private final boolean normalized;
  private final EmbeddingLayer embedding;
  private final LayerNormLayer norm;
  private final Optional<RecurrentStack> stack;
  private final Optional<JordanLayer> jordan;
  private final PoolLayer pool;
  private final DenseLayer hidden;
  private final DenseLayer dense;

  StepNetwork(Kind kind, int[] units, Reduction reduction, boolean normalized) {
    this.kind = kind;
    this.reduction = reduction;
    this.normalized = normalized;
    embedding = add(new EmbeddingLayer("embedding", VOCABULARY, SIZE));
    norm = add(new LayerNormLayer("norm", SIZE));
    int top =
        switch (kind) {
          case JORDAN -> 4;
          case RESIDUAL -> SIZE;
          case LSTM, GRU, TANH, RELU, PEEPHOLE, LEARNED_START -> units[units.length - 1];
        };
    stack = kind == Kind.JORDAN ? Optional.empty() : Optional.of(add(stack(kind, units)));
    jordan =
        kind == Kind.JORDAN
            ? Optional.of(
                add(new JordanLayer("rnn", SIZE, 4, 5, Direction.FORWARD, Activation.TANH)))
            : Optional.empty();
    hidden = add(new DenseLayer("hidden", top, 5, Activation.TANH));
    pool =
        add(
            new PoolLayer(
                "pool",
                switch (reduction) {
                  case MEAN -> Pooling.MEAN;
                  case MAX -> Pooling.MAX;
                  case LAST, FINAL_STATE -> Pooling.LAST;
                }));
    dense = add(new DenseLayer("dense", 5, 2, Activation.NONE));
  }

  private static RecurrentStack stack(Kind kind, int[] units) {
    return switch (kind) {
      case LSTM -> new LstmLayer("rnn", SIZE, units, Direction.FORWARD, 0);
      case PEEPHOLE -> new LstmLayer("rnn", SIZE, units, Direction.FORWARD, 0).peephole();
      case LEARNED_START ->
          new LstmLayer("rnn", SIZE, units, Direction.FORWARD, 0).learnedInitialState();
      case GRU, JORDAN -> new GruLayer("rnn", SIZE, units, Direction.FORWARD, 0);
      case RESIDUAL -> {
        int[] same = units.clone();
        Arrays.fill(same, SIZE);
        yield new GruLayer("rnn", SIZE, same, Direction.FORWARD, 0).residual();
      }
      case TANH -> new RnnLayer("rnn", SIZE, units, Direction.FORWARD, 0, Activation.TANH);
      case RELU -> new RnnLayer("rnn", SIZE, units, Direction.FORWARD, 0, Activation.RELU);
    };
  }

  /** Returns whether the kernel can step it. */
  boolean isPlain() {
    return !normalized
        && (reduction == Reduction.FINAL_STATE || reduction == Reduction.LAST)
        && List.of(Kind.LSTM, Kind.GRU, Kind.TANH, Kind.RELU, Kind.LEARNED_START).contains(kind);
  }

  @Override
  public NDArray forward(Pass pass, TokenBatch tokens, StreamState state) {
    Sequences steps = embedding.forward(pass, tokens);
    if (normalized) {
      steps = norm.forward(pass, steps);
    }
    if (reduction == Reduction.FINAL_STATE) {
      NDArray last =
          jordan.isPresent()
              ? jordan.get().finalState(pass, steps, state, hidden)
              : stack.orElseThrow().finalState(pass, steps, state);
      return dense.forward(pass, hidden.forward(pass, last));
    }
    steps =
        jordan.isPresent()
            ? jordan.get().forward(pass, steps, state, hidden)
            : stack.orElseThrow().forward(pass, steps, state);
    if (reduction != Reduction.LAST) {
      steps = hidden.forward(pass, steps);
      return dense.forward(pass, pool.forward(pass, steps, state));
    }
    return dense.forward(pass, hidden.forward(pass, pool.forward(pass, steps, state)));
  }

  @Override
  public Optional<StepLayers> stepLayers() {
    return isPlain()
        ? StepLayers.of(embedding, List.of(stack.orElseThrow()), hidden, dense)
        : Optional.empty();
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
