package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.reference.WholeNumbers;
import dev.rondo.runtime.serve.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large recurrent layers answer with whole numbers of 8 bits, against their equations in Java. */
class Int8Test {
  private static final int WIDTH = 5;

  @BeforeEach
  void engine() {
    Assumptions.assumeTrue(QuantizedEngine.isThere());
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] weight(Map<String, double[]> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** The last state of a layer, by its equations on rounded numbers. */
  private static double[] state(boolean lstm, Map<String, double[]> weights, Steps row, int units) {
    String name = lstm ? "lstm" : "gru";
    double[][] input = WholeNumbers.rows(weight(weights, name + ".weight_ih_l0"), WIDTH);
    double[][] hidden = WholeNumbers.rows(weight(weights, name + ".weight_hh_l0"), units);
    double[] inputBias = weight(weights, name + ".bias_ih_l0");
    double[] hiddenBias = weight(weights, name + ".bias_hh_l0");
    double[] h = weights.getOrDefault(name + ".initial_h_l0", new double[units]).clone();
    double[] c = weights.getOrDefault(name + ".initial_c_l0", new double[units]).clone();
    double mostH = Math.max(1, WholeNumbers.most(h));
    for (int t = 0; t < row.length(); t++) {
      double[] x = new double[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        x[i] = row.features()[t * WIDTH + i];
      }
      double[] a = WholeNumbers.product(input, x, WholeNumbers.most(x));
      double[] b = WholeNumbers.product(hidden, h, mostH);
      for (int i = 0; i < a.length; i++) {
        a[i] += inputBias[i];
        b[i] += hiddenBias[i];
      }
      for (int i = 0; i < units; i++) {
        int second = units + i;
        int third = 2 * units + i;
        int fourth = 3 * units + i;
        if (lstm) {
          c[i] =
              sigmoid(a[second] + b[second]) * c[i]
                  + sigmoid(a[i] + b[i]) * Math.tanh(a[third] + b[third]);
          h[i] = sigmoid(a[fourth] + b[fourth]) * Math.tanh(c[i]);
        } else {
          double z = sigmoid(a[second] + b[second]);
          double n = Math.tanh(a[third] + sigmoid(a[i] + b[i]) * b[third]);
          h[i] = (1 - z) * n + z * h[i];
        }
      }
    }
    return h;
  }

  private static List<Steps> rows(int... lengths) {
    Random random = new Random(1);
    List<Steps> rows = new ArrayList<>();
    for (int length : lengths) {
      float[] values = new float[length * WIDTH];
      for (int i = 0; i < values.length; i++) {
        // steps of all magnitudes: a scale for all of them together would drown the small ones
        double magnitude = Math.pow(10, i / WIDTH % 4 - 2);
        values[i] = (float) (random.nextGaussian() * magnitude);
      }
      rows.add(Steps.of(length, values, WIDTH, new int[0], 0));
    }
    return rows;
  }

  /** The final state of one layer. */
  private static Inference<Steps, float[]> finalState(NetworkHost host, RecurrentStack layer) {
    return Inference.ofSteps(
        host,
        InputShape.steps(WIDTH, 0),
        (pass, batch) -> layer.finalState(pass, StepBatch.of(pass, batch).features()));
  }

  private static RecurrentStack layer(
      boolean lstm, int units, Direction direction, boolean learned) {
    if (lstm) {
      LstmLayer.Builder builder =
          LstmLayer.builder("lstm").setInputs(WIDTH).setUnits(units).optDirection(direction);
      return learned ? builder.optLearnedInitialState().build() : builder.build();
    }
    GruLayer.Builder builder =
        GruLayer.builder("gru").setInputs(WIDTH).setUnits(units).optDirection(direction);
    return learned ? builder.optLearnedInitialState().build() : builder.build();
  }

  private static Weights weights(Network network, double bound) {
    return ReferenceWeights.random(network.weightShapes(), bound, 7);
  }

  @ParameterizedTest
  @CsvSource({"true, 512, false", "true, 512, true", "false, 256, false", "false, 256, true"})
  void statesAreThoseOfTheEquationsOnRoundedNumbers(boolean lstm, int units, boolean learned) {
    RecurrentStack layer = layer(lstm, units, Direction.FORWARD, learned);
    Model model = new Model(layer);
    Weights weights = weights(model, learned ? 0.1 : 0.07);
    if (learned) { // beyond 1: the levels of states reach as far
      weights.tensors().values().stream()
          .filter(tensor -> tensor.values().length == units)
          .forEach(tensor -> tensor.values()[3] = 1.5f);
    }
    List<Steps> rows = rows(6, 1, 4);
    try (NetworkHost host = NetworkHost.restore(model, Device.cpu(), weights)) {
      Inference<Steps, float[]> inference = finalState(host, layer);
      List<float[]> exact = inference.scores(rows);
      inference.precision(Precision.INT8);
      List<float[]> found = inference.scores(rows);
      Map<String, double[]> reference = ReferenceWeights.of(weights);
      double furthest = 0;
      for (int row = 0; row < rows.size(); row++) {
        double[] expected = state(lstm, reference, rows.get(row), units);
        for (int i = 0; i < units; i++) {
          assertWithMessage("row %s, unit %s", row, i)
              .that((double) found.get(row)[i])
              .isWithin(2e-4)
              .of(expected[i]);
          furthest = Math.max(furthest, Math.abs(found.get(row)[i] - exact.get(row)[i]));
        }
      }
      assertThat(furthest).isGreaterThan(1e-4);
      assertThat(furthest).isLessThan(0.02);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 512", "false, 256"})
  void aRowAmongOthersAnswersAsAlone(boolean lstm, int units) {
    RecurrentStack layer = layer(lstm, units, Direction.BIDIRECTIONAL, false);
    Model model = new Model(layer);
    List<Steps> rows = rows(17, 1, 9, 2, 16, 5, 5, 30);
    try (NetworkHost host = NetworkHost.restore(model, Device.cpu(), weights(model, 0.1))) {
      Inference<Steps, float[]> inference = finalState(host, layer);
      inference.precision(Precision.INT8);
      List<float[]> together = inference.scores(rows);
      for (int row = 0; row < rows.size(); row++) {
        float[] alone = inference.scores(List.of(rows.get(row))).get(0);
        assertThat(together.get(row)).usingTolerance(1e-4).containsExactly(alone).inOrder();
      }
    }
  }

  @Test
  void smallerLayersStayAsTheyAre() {
    RecurrentStack large = layer(false, 256, Direction.FORWARD, false);
    LstmLayer small = LstmLayer.builder("small").setInputs(256).setUnits(4).build();
    DenseLayer dense = new DenseLayer("dense", 4, 2, Activation.NONE);
    Model model = new Model(large, small, dense);
    try (NetworkHost host = NetworkHost.restore(model, Device.cpu(), weights(model, 0.2))) {
      Inference<Steps, float[]> inference =
          Inference.ofSteps(
              host,
              InputShape.steps(WIDTH, 0),
              (pass, batch) -> {
                Sequences steps = large.forward(pass, StepBatch.of(pass, batch).features());
                NDArray state = small.finalState(pass, steps);
                return dense.forward(pass, state);
              });
      List<Steps> rows = rows(8, 3);
      List<float[]> exact = inference.scores(rows);
      inference.precision(Precision.INT8);
      List<float[]> found = inference.scores(rows);
      assertThat(inference.precision()).isEqualTo(Precision.INT8);
      assertThat(found.get(0)).isNotEqualTo(exact.get(0));
      for (int row = 0; row < 2; row++) {
        assertThat(found.get(row)).usingTolerance(0.01).containsExactly(exact.get(row)).inOrder();
      }
      assertThat(inference.inPrecision(Precision.FLOAT32, () -> inference.scores(rows)).get(0))
          .isEqualTo(exact.get(0));
      assertThat(inference.scores(rows).get(0)).isEqualTo(found.get(0));
    }
  }

  @Test
  void aNetworkWithoutALargeLayerIsRefusedWithItsSizes() {
    RecurrentStack layer = layer(true, 511, Direction.BIDIRECTIONAL, false);
    Model model = new Model(layer);
    try (NetworkHost host = NetworkHost.restore(model, Device.cpu(), weights(model, 0.1))) {
      Inference<Steps, float[]> inference = finalState(host, layer);
      UnsupportedOperationException e =
          assertThrows(
              UnsupportedOperationException.class, () -> inference.precision(Precision.INT8));
      assertThat(e)
          .hasMessageThat()
          .isEqualTo(
              "INT8 would not be faster: GRU layers gain by it from 256 units on and LSTM layers"
                  + " from 512, and this model has LSTM of 511 units. The model answers as"
                  + " before.");
      assertThat(inference.scores(rows(2))).hasSize(1);
      assertThat(inference.precision()).isEqualTo(Precision.FLOAT32);
    }
  }
}
