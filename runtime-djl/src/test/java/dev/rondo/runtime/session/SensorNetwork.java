package dev.rondo.runtime.session;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RecurrentStack;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.FeatureLayers;
import dev.rondo.runtime.layer.network.StepNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of three features and one symbol, and a single vector of two features, which is
 * repeated at each step; one or two heads.
 */
final class SensorNetwork extends StepNetwork {
  static final int FEATURES = 3;
  static final int VOCABULARY = 5;
  static final int ONCE = 2;
  static final List<StepInput> INPUTS =
      List.of(StepInput.each(FEATURES, 1, 1), StepInput.once(ONCE, 0));

  /** What recurs, and whether the second head is there and has an activation of the engine's. */
  enum Kind {
    LSTM,
    GRU,
    TANH,
    LEARNED_START,
    PEEPHOLE,
    GELU,
    ONE_HEAD,
    EACH_STEP
  }

  private final Kind kind;
  private final EmbeddingLayer embedding;
  private final RecurrentStack rnn;
  private final DenseLayer queue;
  private final DenseLayer hidden;
  private final DenseLayer hours;

  SensorNetwork(Kind kind) {
    this.kind = kind;
    embedding = add(new EmbeddingLayer("embedding", VOCABULARY, 2));
    rnn = add(stack(kind, FEATURES + 2 + ONCE, new int[] {5, 4}));
    queue = add(new DenseLayer("queue", 4, 3, Activation.NONE));
    hidden =
        add(
            new DenseLayer(
                "hidden", 4, 6, kind == Kind.GELU ? Activation.GELU : Activation.SIGMOID));
    hours = add(new DenseLayer("hours", 6, 1, Activation.NONE));
  }

  private static RecurrentStack stack(Kind kind, int inputs, int[] units) {
    return switch (kind) {
      case LSTM, ONE_HEAD -> new LstmLayer("rnn", inputs, units, Direction.FORWARD, 0);
      case PEEPHOLE -> new LstmLayer("rnn", inputs, units, Direction.FORWARD, 0).peephole();
      case LEARNED_START ->
          new LstmLayer("rnn", inputs, units, Direction.FORWARD, 0).learnedInitialState();
      case GRU, GELU, EACH_STEP -> new GruLayer("rnn", inputs, units, Direction.FORWARD, 0);
      case TANH -> new RnnLayer("rnn", inputs, units, Direction.FORWARD, 0, Activation.TANH);
    };
  }

  /** Returns whether the kernel can step it. */
  boolean isPlain() {
    return kind != Kind.PEEPHOLE && kind != Kind.GELU;
  }

  @Override
  public NDList forward(Pass pass, List<Steps> inputs, StreamState state) {
    Steps readings = inputs.get(0);
    int time = readings.length();
    NDArray features =
        pass.manager().create(readings.features(), new Shape(1, time, readings.width()));
    NDArray symbols =
        embedding.forward(pass, TokenBatch.of(pass, List.of(readings.symbols()))).values();
    float[] machine = inputs.get(1).features();
    NDArray once = pass.manager().create(machine, new Shape(1, 1, machine.length));
    NDArray joined = features.concat(symbols, 2).concat(once.repeat(1, time), 2);
    Sequences steps = Sequences.of(joined);
    if (kind == Kind.EACH_STEP) {
      Sequences states = rnn.forward(pass, steps, state);
      return new NDList(queue.forward(pass, states).real());
    }
    NDArray last = rnn.finalState(pass, steps, state);
    NDArray first = queue.forward(pass, last);
    return kind == Kind.ONE_HEAD
        ? new NDList(first)
        : new NDList(first, hours.forward(pass, hidden.forward(pass, last)));
  }

  @Override
  public Optional<FeatureLayers> stepLayers() {
    FeatureLayers.Builder layers =
        FeatureLayers.reading()
            .features(0)
            .embedding(0, 0, embedding)
            .features(1)
            .recurrent(rnn)
            .head(queue);
    return (kind == Kind.ONE_HEAD || kind == Kind.EACH_STEP ? layers : layers.head(hidden, hours))
        .build();
  }
}
