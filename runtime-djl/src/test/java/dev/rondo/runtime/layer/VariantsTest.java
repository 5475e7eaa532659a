package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.assertVectors;
import static dev.rondo.runtime.layer.LayerFixture.longest;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.train.Gradients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Peepholes, residual layers, learned initial states, recurrent dropout and Jordan networks against
 * their equations, padded with garbage.
 */
class VariantsTest {
  private static final int VOCABULARY = 6;

  static Stream<Variant> variants() {
    return Variant.all().stream();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void predictionEqualsTheEquationsWithoutDropout(Variant variant) {
    Random random = new Random(variant.toString().hashCode());
    try (LayerFixture fixture =
        new LayerFixture(random.nextLong(), variant.layers().toArray(Layer[]::new))) {
      double[][][] rows = randomRows(random, Variant.INPUTS, random.ints(4, 1, 9).toArray());
      double[][][] steps = new double[rows.length][][];
      double[][] states = new double[rows.length][];
      for (int b = 0; b < rows.length; b++) {
        steps[b] = variant.steps(fixture.weights(), rows[b], b);
        states[b] = variant.finalState(fixture.weights(), rows[b], b);
      }

      Sequences batch = fixture.sequences(rows, longest(rows) + random.nextInt(3), random);

      assertSteps(variant.steps(fixture.pass(), batch), steps);
      assertVectors(variant.finalState(fixture.pass(), batch), states);
      Sequences alone = fixture.alone(rows[0]);
      assertSteps(variant.steps(fixture.pass(), alone), new double[][][] {steps[0]});
      assertVectors(variant.finalState(fixture.pass(), alone), new double[][] {states[0]});
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void trainingHasTheGradientsOfTheEquationsWithTheSameMask(Variant variant) {
    Random random = new Random(1);
    List<int[]> rows = List.of(new int[] {1, 5, 2, 2, 3}, new int[] {4}, new int[] {2, 3, 1});
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, Variant.INPUTS);
    List<Layer> layers = new ArrayList<>(List.of(embedding));
    layers.addAll(variant.layers());

    GradientCheck.assertGradients(
        new Model(layers.toArray(Layer[]::new)),
        pass -> {
          variant.drawMasks(pass, rows.size());
          Sequences steps =
              embedding.forward(pass, GarbagePadding.of(pass, rows, VOCABULARY, random));
          NDArray perStep = variant.steps(pass, steps).values();
          NDArray atEnd = variant.finalState(pass, steps);
          NDArray stepSum = perStep.mul(factors(pass.manager(), rows, 8, variant.width()));
          NDArray endSum = atEnd.mul(factors(pass.manager(), rows, 0, variant.width()));
          return stepSum.sum().add(endSum.sum());
        },
        weights -> {
          double sum = 0;
          for (int b = 0; b < rows.size(); b++) {
            double[][] inputs =
                ReferenceLayers.embedding(weights, "embedding", Variant.INPUTS, rows.get(b));
            double[][] steps = variant.steps(weights, inputs, b);
            for (int t = 0; t < steps.length; t++) {
              sum += weighted(steps[t], b, t);
            }
            sum += weighted(variant.finalState(weights, inputs, b), b, -1);
          }
          return sum;
        });
  }

  /** Returns what each number counts: (batch, time, width), 0 in the padding; or (batch, width). */
  private static NDArray factors(NDManager manager, List<int[]> rows, int time, int width) {
    int steps = Math.max(1, time);
    float[] factors = new float[rows.size() * steps * width];
    for (int b = 0; b < rows.size(); b++) {
      for (int t = 0; t < (time == 0 ? 1 : rows.get(b).length); t++) {
        for (int f = 0; f < width; f++) {
          factors[(b * steps + t) * width + f] = factor(b, time == 0 ? -1 : t, f);
        }
      }
    }
    Shape shape = time == 0 ? new Shape(rows.size(), width) : new Shape(rows.size(), time, width);
    return manager.create(factors, shape);
  }

  private static double weighted(double[] values, int row, int step) {
    double sum = 0;
    for (int f = 0; f < values.length; f++) {
      sum += factor(row, step, f) * values[f];
    }
    return sum;
  }

  private static float factor(int row, int step, int feature) {
    return (float) Math.sin(1 + 7 * row + 3 * step + feature);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"TANH", "RELU"})
  void longPaddingLeavesTheGradientsOfJordanNetworksFinite(Activation activation) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 2, 1);
    JordanLayer jordan = new JordanLayer("rnn", 1, 2, 1, Direction.BACKWARD, activation);
    DenseLayer dense = new DenseLayer("dense", 2, 1, Activation.NONE);
    assertFinite(
        List.of(embedding, jordan, dense),
        pass -> jordan.finalState(pass, embedding.forward(pass, longPadding(pass)), dense));
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void longPaddingLeavesTheGradientsOfRecurrentDropoutFinite(Cell cell) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 2, 1);
    RecurrentStack layer =
        cell.layer(1, new int[] {2, 2}, Direction.BIDIRECTIONAL).recurrentDropout(0.1);
    assertFinite(
        List.of(embedding, layer),
        pass -> layer.finalState(pass, embedding.forward(pass, longPadding(pass))));
  }

  private static TokenBatch longPadding(Pass pass) {
    return TokenBatch.of(
        pass.manager().ones(new Shape(1, 400)).toType(DataType.INT64, false),
        pass.manager().create(new long[] {2}));
  }

  private static void assertFinite(List<Layer> layers, Function<Pass, NDArray> values) {
    try (LayerFixture fixture = new LayerFixture(1, layers.toArray(Layer[]::new))) {
      fixture.setAll("", 1.5f);
      Map<String, float[]> gradients =
          Gradients.of(fixture.host(), pass -> values.apply(pass).sum());
      gradients.forEach(
          (name, gradient) -> {
            for (float value : gradient) {
              assertThat(value).isFinite();
            }
          });
    }
  }

  @Test
  void theForgetGateStartsWhereAsked() {
    LstmLayer layer = new LstmLayer("lstm", 2, new int[] {2}, Direction.FORWARD, 0);
    assertThat(initial(layer.forgetBias(-0.5), "lstm.bias_ih_l0"))
        .isEqualTo(new float[] {0, 0, -0.5f, -0.5f, 0, 0, 0, 0});
  }

  @Test
  void peepholesStartAtZero() {
    LstmLayer layer = new LstmLayer("lstm", 2, new int[] {2}, Direction.BIDIRECTIONAL, 0);
    layer.peephole();
    assertThat(initial(layer, "lstm.weight_ph_l0")).isEqualTo(new float[6]);
    assertThat(initial(layer, "lstm.weight_ph_l0_reverse")).isEqualTo(new float[6]);
  }

  @Test
  void learnedInitialStatesStartAtZero() {
    LstmLayer lstm = new LstmLayer("lstm", 2, new int[] {3, 2}, Direction.BIDIRECTIONAL, 0);
    lstm.learnedInitialState();
    assertThat(initial(lstm, "lstm.initial_h_l0")).isEqualTo(new float[3]);
    assertThat(initial(lstm, "lstm.initial_c_l0_reverse")).isEqualTo(new float[3]);
    assertThat(initial(lstm, "lstm.initial_c_l1")).isEqualTo(new float[2]);
    GruLayer gru = new GruLayer("gru", 2, new int[] {3}, Direction.BACKWARD, 0);
    assertThat(new Model(gru.learnedInitialState()).weightShapes().keySet())
        .containsExactly(
            "gru.weight_ih_l0_reverse",
            "gru.weight_hh_l0_reverse",
            "gru.bias_ih_l0_reverse",
            "gru.bias_hh_l0_reverse",
            "gru.initial_h_l0_reverse");
  }

  private static float[] initial(Layer layer, String weight) {
    return Objects.requireNonNull(
            new Model(layer).newWeights(1, (name, shape) -> {}).tensors().get(weight), weight)
        .values();
  }

  @Test
  void recurrentDropoutHasOneMaskForAllSteps() {
    // a network that only adds up what it fed back: what is dropped once is dropped always
    RnnLayer layer =
        new RnnLayer("rnn", 1, new int[] {100}, Direction.FORWARD, 0, Activation.RELU)
            .recurrentDropout(0.5);
    try (LayerFixture fixture = new LayerFixture(1, layer)) {
      fixture.setAll("", 0);
      fixture.setAll("rnn.weight_ih", 1);
      fixture
          .host()
          .network()
          .getDirectParameters()
          .values()
          .forEach(
              weight -> {
                if (weight.getName().equals("rnn.weight_hh_l0")) {
                  weight.getArray().addi(fixture.manager().eye(100));
                }
              });
      Sequences ones = fixture.alone(new double[][] {{1}, {1}, {1}});
      float[] last = layer.finalState(DropoutTest.training(fixture, 1), ones).toFloatArray();
      int dropped = 0;
      for (float value : last) {
        // 1 each time, or 1 + 2 (1 + 2 (1))
        assertThat(value).isAnyOf(1f, 7f);
        dropped += value == 1f ? 1 : 0;
      }
      assertThat(dropped).isAtLeast(20);
      assertThat(dropped).isAtMost(80);
    }
  }

  @Test
  void layersThatCannotBeResidualAreNamed() {
    assertRefused(
        "layer \"lstm\" cannot be residual: its layer 0 gets 3 features and gives 4",
        () -> new LstmLayer("lstm", 3, new int[] {4}, Direction.FORWARD, 0).residual());
    assertRefused(
        "layer \"gru\" cannot be residual: its layer 1 gets 8 features and gives 6",
        () -> new GruLayer("gru", 3, new int[] {4, 3}, Direction.BIDIRECTIONAL, 0).residual());
    assertRefused(
        "layer \"jordan\" cannot be residual: it gets 3 features and gives 4",
        () -> jordan(3, Direction.FORWARD, Activation.TANH).residual());
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertRefused(
        "recurrentDropout is 1.0, must be in [0, 1)",
        () -> new GruLayer("gru", 3, new int[] {4}, Direction.FORWARD, 0).recurrentDropout(1));
    assertRefused(
        "recurrentDropout is -1.0, must be in [0, 1)",
        () -> jordan(3, Direction.FORWARD, Activation.TANH).recurrentDropout(-1));
    assertRefused(
        "forgetBias is NaN, must be a finite number",
        () -> new LstmLayer("lstm", 3, new int[] {4}, Direction.FORWARD, 0).forgetBias(Double.NaN));
    assertRefused(
        "direction is BIDIRECTIONAL, must be one",
        () -> jordan(3, Direction.BIDIRECTIONAL, Activation.TANH));
    assertRefused(
        "activation is GELU, must be TANH or RELU",
        () -> jordan(3, Direction.FORWARD, Activation.GELU));
    assertRefused("features is 0, must be at least 1", () -> new LayerNormLayer("norm", 0));
  }

  @Test
  void aJordanNetworkNeedsTheDenseLayersItWasMadeFor() {
    JordanLayer layer = jordan(3, Direction.FORWARD, Activation.TANH);
    DenseLayer wider = new DenseLayer("dense", 4, 5, Activation.NONE);
    try (LayerFixture fixture = new LayerFixture(1, layer, wider)) {
      Sequences steps = fixture.alone(new double[2][3]);
      assertRefused(
          "there is no dense layer whose output could be fed back",
          () -> layer.forward(fixture.pass(), steps));
      assertRefused(
          "feedbackWeight has shape (4, 2), expected (4, 5)",
          () -> layer.forward(fixture.pass(), steps, wider));
    }
  }

  private static JordanLayer jordan(int inputs, Direction direction, Activation activation) {
    return new JordanLayer("jordan", inputs, 4, 2, direction, activation);
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }

  @Test
  void layerNormEqualsItsEquationStepByStepAndOnVectors() {
    LayerNormLayer norm = new LayerNormLayer("norm", 5);
    Random random = new Random(3);
    try (LayerFixture fixture = new LayerFixture(4, norm)) {
      double[][][] rows = randomRows(random, 5, 4, 2);
      double[][][] expected = new double[2][][];
      double[][] vectors = new double[2][];
      float[] flat = new float[10];
      for (int b = 0; b < 2; b++) {
        expected[b] =
            Stream.of(rows[b])
                .map(step -> ReferenceLayers.layerNorm(fixture.weights(), "norm", step))
                .toArray(double[][]::new);
        vectors[b] = expected[b][0];
        for (int f = 0; f < 5; f++) {
          flat[5 * b + f] = (float) rows[b][0][f];
        }
      }

      assertSteps(norm.forward(fixture.pass(), fixture.sequences(rows, 6, random)), expected);
      assertVectors(
          norm.forward(fixture.pass(), fixture.manager().create(flat, new Shape(2, 5))), vectors);
    }
  }

  @Test
  void layerNormHasTheGradientsOfItsEquation() {
    List<int[]> rows = List.of(new int[] {1, 5, 2}, new int[] {4});
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, 4);
    LayerNormLayer norm = new LayerNormLayer("norm", 4);
    GradientCheck.assertGradients(
        new Model(embedding, norm),
        pass ->
            norm.forward(
                    pass,
                    embedding.forward(
                        pass, GarbagePadding.of(pass, rows, VOCABULARY, new Random(2))))
                .values()
                .mul(factors(pass.manager(), rows, 6, 4))
                .sum(),
        weights -> {
          double sum = 0;
          for (int b = 0; b < rows.size(); b++) {
            double[][] steps = ReferenceLayers.embedding(weights, "embedding", 4, rows.get(b));
            for (int t = 0; t < steps.length; t++) {
              sum += weighted(ReferenceLayers.layerNorm(weights, "norm", steps[t]), b, t);
            }
          }
          return sum;
        });
  }
}
