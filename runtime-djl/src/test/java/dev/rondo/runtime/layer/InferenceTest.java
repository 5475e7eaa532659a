package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan's program gives what the layers give, one after the other. */
class InferenceTest {
  private static final int VOCABULARY = 11;
  private static final double TOLERANCE = 1e-5;

  /** An input of features, with columns of symbols. */
  private static Steps steps(Random random, int length, int width, int columns) {
    float[] features = new float[length * width];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return Steps.of(
        length,
        features,
        width,
        random.ints((long) length * columns, 1, VOCABULARY).toArray(),
        columns);
  }

  private static List<InputShape> shapes(List<Steps[]> rows) {
    List<InputShape> shapes = new ArrayList<>();
    for (int input = 0; input < rows.get(0).length; input++) {
      int number = input;
      Steps first = rows.get(0)[input];
      boolean sequence = rows.stream().anyMatch(row -> row[number].length() > 1);
      shapes.add(new InputShape(first.width(), first.columns(), sequence, false));
    }
    return shapes;
  }

  private static void compare(
      Network network,
      List<HeadShape> heads,
      BiFunction<Pass, List<Steps[]>, NDList> forward,
      List<Steps[]> rows,
      boolean planned) {
    Weights weights = ReferenceWeights.random(network.weightShapes(), 0.7, 3);
    try (NetworkHost host = NetworkHost.restore(network, Device.cpu(), weights)) {
      Inference<Steps[], float[][]> inference =
          Inference.ofHeads(host, shapes(rows), row -> row[0].length(), heads, forward);
      List<float[][]> expected = host.scoresOfHeads(rows, row -> row[0].length(), heads, forward);
      List<float[][]> found = inference.scores(rows);
      assertThat(inference.plan().isPresent()).isEqualTo(planned);
      assertThat(found).hasSize(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        float[][] alone = inference.scores(List.<Steps[]>of(rows.get(row))).get(0);
        for (int head = 0; head < heads.size(); head++) {
          float[] right = expected.get(row)[head];
          assertWithMessage("row %s, head %s", row, head)
              .that(found.get(row)[head])
              .usingTolerance(TOLERANCE)
              .containsExactly(right)
              .inOrder();
          assertWithMessage("row %s, head %s, alone", row, head)
              .that(alone[head])
              .usingTolerance(TOLERANCE)
              .containsExactly(right)
              .inOrder();
        }
      }
    }
  }

  private static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void recurrentLayersOfAllKinds(Variant variant) {
    List<Layer> layers = new ArrayList<>(variant.layers());
    DenseLayer end = new DenseLayer("end", variant.width(), 2, Activation.NONE);
    DenseLayer each = new DenseLayer("each", variant.width(), 3, Activation.TANH);
    Collections.addAll(layers, end, each);
    Random random = new Random(1);
    List<Steps[]> rows = new ArrayList<>();
    for (int length : new int[] {1, 7, 3, 19, 3}) {
      rows.add(new Steps[] {steps(random, length, Variant.INPUTS, 0)});
    }
    boolean loops =
        layers.get(0) instanceof JordanLayer
            || (layers.get(0) instanceof RecurrentStack stack && stack.hasPeepholes());

    compare(
        new Model(layers.toArray(Layer[]::new)),
        List.of(HeadShape.once("end", 2), HeadShape.eachStep("each", 3)),
        (pass, batch) -> {
          Sequences sequences = StepBatch.of(pass, batch, 0).features();
          return new NDList(
              end.forward(pass, variant.finalState(pass, sequences)),
              each.forward(pass, variant.steps(pass, sequences)).real());
        },
        rows,
        !loops);
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void poolsOfAllKindsOverLayersWhoseStatesKnowNoBounds(Pooling pooling) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, 4);
    RnnLayer rnn =
        new RnnLayer("rnn", 4, new int[] {6}, Direction.BIDIRECTIONAL, 0, Activation.RELU);
    LayerNormLayer norm = new LayerNormLayer("norm", 12);
    PoolLayer pool = new PoolLayer("pool", pooling == Pooling.ATTENTION ? Pooling.LAST : pooling);
    AttentionPoolLayer attention = new AttentionPoolLayer("attention", 12);
    DenseLayer dense = new DenseLayer("dense", 12, 5, Activation.NONE);
    Random random = new Random(2);
    List<Steps[]> rows = new ArrayList<>();
    for (int length : new int[] {33, 1, 20, 7, 7, 12}) {
      rows.add(new Steps[] {steps(random, length, 0, 1)});
    }

    compare(
        new Model(embedding, rnn, norm, pool, attention, dense),
        List.of(HeadShape.once("dense", 5)),
        (pass, batch) -> {
          Sequences steps =
              norm.forward(
                  pass,
                  rnn.forward(
                      pass, embedding.forward(pass, StepBatch.of(pass, batch, 0).symbols(0))));
          NDArray pooled =
              pooling == Pooling.ATTENTION
                  ? attention.forward(pass, steps)
                  : pool.forward(pass, steps);
          return new NDList(dense.forward(pass, pooled));
        },
        rows,
        true);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void severalInputsAndHeadsWithAllJoins(Direction direction) {
    EmbeddingLayer words = new EmbeddingLayer("words", VOCABULARY, 3);
    EmbeddingLayer kind = new EmbeddingLayer("kind", VOCABULARY, 2);
    LstmLayer lstm = new LstmLayer("lstm", 10, new int[] {4}, direction, 0);
    int units = direction == Direction.BIDIRECTIONAL ? 8 : 4;
    GruLayer gru = new GruLayer("gru", 2, new int[] {3}, Direction.FORWARD, 0);
    DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
    DenseLayer once = new DenseLayer("once", units + 3, 2, Activation.GELU);
    DenseLayer hidden = new DenseLayer("hidden", units, 5, Activation.SIGMOID);
    DenseLayer each = new DenseLayer("each", 5, 1, Activation.RELU);
    Random random = new Random(4);
    List<Steps[]> rows = new ArrayList<>();
    for (int length : new int[] {6, 2, 15, 1, 9}) {
      rows.add(
          new Steps[] {
            steps(random, length, 2, 1),
            steps(random, length, 1, 0),
            steps(random, 1, 2, 1),
            steps(random, 1 + random.nextInt(20), 2, 0)
          });
    }

    compare(
        new Model(words, kind, lstm, gru, dropout, once, hidden, each),
        List.of(HeadShape.eachStep("each", 1), HeadShape.once("once", 2)),
        (pass, batch) -> {
          StepBatch first = StepBatch.of(pass, batch, 0);
          StepBatch vector = StepBatch.of(pass, batch, 2);
          Sequences joined =
              Sequences.join(
                      List.of("first", "words", "second"),
                      first.features(),
                      words.forward(pass, first.symbols(0)),
                      StepBatch.of(pass, batch, 1).features())
                  .join(
                      Sequences.joinVectors(vector.vector(), kind.forward(pass, vector.symbol(0))));
          Sequences steps = dropout.forward(pass, lstm.forward(pass, joined));
          NDArray other =
              gru.finalState(pass, StepBatch.of(pass, batch, 3).features(), new StreamState(pass));
          return new NDList(
              each.forward(pass, hidden.forward(pass, steps)).real(),
              once.forward(pass, Sequences.joinVectors(steps.finalState(direction), other)));
        },
        rows,
        true);
  }

  /** A network whose second layer no plan has an operator for, or whose forward pass fails. */
  private static Inference<Steps, float[]> inference(
      NetworkHost host, Function<Sequences, Sequences> layer, DenseLayer dense) {
    return Inference.ofSteps(
        host,
        InputShape.steps(4, 0),
        (pass, batch) ->
            dense.forward(
                pass,
                layer.apply(StepBatch.of(pass, batch).features()).finalState(Direction.FORWARD)));
  }

  @Test
  void layersWithoutAnOperatorSaySo() {
    JordanLayer jordan = new JordanLayer("jordan", 3, 4, 4, Direction.FORWARD, Activation.TANH);
    LstmLayer peephole = LstmLayer.builder("gates").setInputs(3).setUnits(4).optPeephole().build();
    ConvolutionLayer convolution =
        ConvolutionLayer.builder("conv").setInputs(3).setFilters(4).setKernel(2).build();
    assertThat(new Model(new DropoutLayer("dropout", 0), jordan).notPlanned())
        .hasValue("layer \"jordan\" goes by itself: it is fed back what the layers behind it give");
    assertThat(new Model(peephole).notPlanned())
        .hasValue("layer \"gates\" goes by itself: its gates see the cell");
    assertThat(new Model(convolution).notPlanned()).isPresent();
    assertThat(new Model(new GruLayer("gru", 3, new int[] {4}, Direction.FORWARD, 0)).notPlanned())
        .isEmpty();
  }

  @Test
  void whatGoesWrongWhileAPlanIsMadeIsNotHidden() {
    DenseLayer dense = new DenseLayer("dense", 4, 2, Activation.NONE);
    Model model = new Model(dense);
    Weights weights = ReferenceWeights.random(model.weightShapes(), 0.7, 1);
    AtomicInteger calls = new AtomicInteger();
    try (NetworkHost own = NetworkHost.restore(model, Device.cpu(), weights)) {
      Inference<Steps, float[]> broken =
          inference(
              own,
              steps -> {
                if (calls.getAndIncrement() == 0) {
                  throw new IllegalArgumentException("a mistake");
                }
                return steps;
              },
              dense);
      List<Steps> rows = List.of(steps(new Random(1), 2, 4, 0));
      assertThat(assertThrows(IllegalArgumentException.class, () -> broken.scores(rows)))
          .hasMessageThat()
          .isEqualTo("a mistake");
    }
  }

  private final TokenScorer network = new TokenScorer();
  private final NetworkHost host =
      NetworkHost.restore(
          network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, 1));
  private final Inference<int[], float[]> inference = Inference.ofTokens(host, network::scores);

  private static List<int[]> rows(int count) {
    Random random = new Random(count);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random.ints(1 + random.nextInt(40), 1, TokenScorer.VOCABULARY).toArray());
    }
    return rows;
  }

  @Test
  void manyRowsComeInTheirOrder() {
    List<int[]> rows = rows(700);
    List<float[]> expected = host.scores(rows, row -> row.length, network::scores);
    List<float[]> found = inference.scores(rows);
    assertThat(inference.plan()).isPresent();
    for (int row = 0; row < rows.size(); row++) {
      assertThat(found.get(row)).usingTolerance(TOLERANCE).containsExactly(expected.get(row));
    }
    assertThat(inference.scores(List.of())).isEmpty();
    host.close();
  }

  @Test
  void changedWeightsArePreparedAnew() {
    int[] row = {3, 4, 5};
    float[] before = inference.scores(List.of(row)).get(0);
    NDArray weight = host.weight("lstm.weight_hh_l0_reverse");
    weight.muli(-1);
    host.changed();
    float[] after = inference.scores(List.of(row)).get(0);
    float[] expected = host.scores(List.of(row), tokens -> tokens.length, network::scores).get(0);
    assertThat(after).usingTolerance(TOLERANCE).containsExactly(expected);
    assertThat(Arrays.equals(before, after)).isFalse();
    host.close();
  }

  @Test
  void nothingIsComputedAfterTheModelIsClosed() {
    inference.scores(rows(2));
    host.close();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> inference.scores(rows(2)));
    assertThat(e).hasMessageThat().isEqualTo("the model is closed");
  }

  @Test
  void whatIsWrongWithABatchTheLayersSay() {
    inference.scores(rows(2));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> inference.scores(Arrays.asList(null, null)));
    assertThat(e).hasMessageThat().contains("null");
    host.close();
  }

  @Test
  void answersOfManyThreadsAreThoseOfOne() throws Exception {
    List<int[]> rows = rows(200);
    List<float[]> expected = new ArrayList<>();
    rows.forEach(row -> expected.add(inference.scores(List.of(row)).get(0)));
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Callable<List<float[]>>> calls =
          Collections.nCopies(
              64,
              () -> {
                List<float[]> own = new ArrayList<>();
                rows.forEach(row -> own.add(inference.scores(List.of(row)).get(0)));
                return own;
              });
      for (Future<List<float[]>> call : threads.invokeAll(calls)) {
        List<float[]> own = call.get(60, TimeUnit.SECONDS);
        for (int row = 0; row < rows.size(); row++) {
          assertThat(own.get(row)).isEqualTo(expected.get(row));
        }
      }
    } finally {
      threads.shutdown();
    }
    host.close();
  }
}
