package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueStepsTest {
  private static final int INPUTS = 3;
  private static final int TIME = 7;

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Random random = new Random(5);

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void stepsGiveWhatTheEquationsGiveOverTheSequence(Cell cell) {
    for (int[] units : List.of(new int[] {4}, new int[] {3, 2}, new int[] {2, 4, 3})) {
      Stack weights = new Stack(cell, INPUTS, units, false, 11);
      double[][] inputs = inputs();
      double[][] expected = weights.equations().steps(inputs);
      try (ValueSteps steps = ValueSteps.of(manager, weights.cells(manager), List.of())) {
        float[] state = new float[steps.stateSize()];
        for (int t = 0; t < TIME; t++) {
          assertClose(steps.step(floats(inputs[t]), state), expected[t]);
        }
      }
    }
  }

  @Test
  void cellsMixAndDenseLayersReadTheHighest() {
    Stack lower = new Stack(Cell.GRU, INPUTS, new int[] {4}, false, 1);
    Stack middle = new Stack(Cell.LSTM, 4, new int[] {3}, false, 2);
    Stack upper = new Stack(Cell.RELU, 3, new int[] {2}, false, 3);
    double[][] inputs = inputs();
    double[][] hidden =
        upper.equations().steps(middle.equations().steps(lower.equations().steps(inputs)));
    List<CellWeights> layers = new ArrayList<>(lower.cells(manager));
    layers.addAll(middle.cells(manager));
    layers.addAll(upper.cells(manager));
    JordanLoop.Dense first =
        dense(new float[] {1, 2, -1, 3, 0, 1}, new float[] {0.5f, -0.5f, 1}, Activation.TANH);
    JordanLoop.Dense second = dense(new float[] {1, -1, 2}, new float[] {0.25f}, Activation.NONE);
    try (ValueSteps steps = ValueSteps.of(manager, layers, List.of(first, second))) {
      float[] state = new float[steps.stateSize()];
      for (int t = 0; t < TIME; t++) {
        double[] h = hidden[t];
        double a = Math.tanh(h[0] + 2 * h[1] + 0.5);
        double b = Math.tanh(3 * h[1] - h[0] - 0.5);
        double c = Math.tanh(h[1] + 1);
        assertClose(steps.step(floats(inputs[t]), state), new double[] {a - b + 2 * c + 0.25});
      }
    }
  }

  private JordanLoop.Dense dense(float[] weight, float[] bias, Activation activation) {
    return new JordanLoop.Dense(
        manager.create(weight, new Shape(bias.length, weight.length / bias.length)),
        manager.create(bias),
        activation);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void rowsOfATableAreStepsAndAnySplitIsTheSame(Cell cell) {
    Stack weights = new Stack(cell, INPUTS, new int[] {4, 2}, false, 6);
    float[] table = floats(random.doubles(5 * INPUTS, -1, 1).toArray());
    int[] rows = {4, 0, 0, 2, 1};
    try (ValueSteps steps = ValueSteps.of(manager, weights.cells(manager), List.of())) {
      float[] atOnce = new float[steps.stateSize()];
      float[] expected = steps.steps(table, rows, atOnce);
      float[] one = new float[steps.stateSize()];
      float[] last = {};
      for (int row : rows) {
        last = steps.steps(table, new int[] {row}, one);
      }
      assertThat(last).isEqualTo(expected);
      assertThat(one).isEqualTo(atOnce);
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void manyThreadsWithStatesOfTheirOwnGetWhatOneGets(Cell cell)
      throws ExecutionException, InterruptedException {
    Stack weights = new Stack(cell, INPUTS, new int[] {4}, false, 6);
    double[][] inputs = inputs();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (ValueSteps steps = ValueSteps.of(manager, weights.cells(manager), List.of())) {
      float[] alone = last(steps, inputs);
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        results.add(threads.submit(() -> last(steps, inputs)));
      }
      for (Future<float[]> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static float[] last(ValueSteps steps, double[][] inputs) {
    float[] state = new float[steps.stateSize()];
    float[] output = {};
    for (double[] input : inputs) {
      output = steps.step(floats(input), state);
    }
    return output;
  }

  @Test
  void whatDoesNotFitIsRefusedAndTheStateStaysAsItIs() {
    Stack weights = new Stack(Cell.LSTM, INPUTS, new int[] {4}, false, 3);
    List<CellWeights> cells = weights.cells(manager);
    try (ValueSteps steps = ValueSteps.of(manager, cells, List.of())) {
      float[] state = new float[8];
      assertThat(refused(() -> steps.step(new float[4], state)))
          .isEqualTo("the input has 4 values, expected 3");
      assertThat(refused(() -> steps.step(new float[3], new float[9])))
          .isEqualTo("a state of 9 values, expected 8");
      assertThat(refused(() -> steps.steps(new float[6], new int[] {0, 2}, state)))
          .isEqualTo("row 2 is not in a table of 2");
      assertThat(refused(() -> steps.steps(new float[6], new int[0], state)))
          .isEqualTo("there is no step to take");
      assertThat(state).isEqualTo(new float[8]);
    }
    assertThat(refused(() -> ValueSteps.of(manager, List.of(), List.of())))
        .isEqualTo("a stack needs at least one layer");
    JordanLoop.Dense narrow = dense(new float[6], new float[2], Activation.NONE);
    assertThat(refused(() -> ValueSteps.of(manager, cells, List.of(narrow))))
        .isEqualTo("the dense weight has shape (2, 3), expected (2, 4)");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void laterChangesOfTheWeightsAreNotSeen() {
    Stack weights = new Stack(Cell.LSTM, INPUTS, new int[] {4}, false, 3);
    List<CellWeights> cells = weights.cells(manager);
    try (ValueSteps steps = ValueSteps.of(manager, cells, List.of())) {
      double[][] inputs = inputs();
      float[] before = last(steps, inputs);
      cells.get(0).inputWeight().muli(2);
      assertThat(last(steps, inputs)).isEqualTo(before);
    }
  }

  private double[][] inputs() {
    double[][] inputs = new double[TIME][INPUTS];
    for (double[] step : inputs) {
      for (int i = 0; i < INPUTS; i++) {
        step[i] = (float) random.nextGaussian();
      }
    }
    return inputs;
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasLength(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("value " + i)
          .that((double) actual[i])
          .isWithin(1e-5 * Math.max(1, Math.abs(expected[i])))
          .of(expected[i]);
    }
  }
}
