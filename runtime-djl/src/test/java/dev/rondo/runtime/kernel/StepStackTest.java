package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepStackTest {
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
      double[][] first = inputs();
      double[][] second = inputs();
      double[][] expectedFirst = weights.equations().steps(first);
      double[][] expectedSecond = weights.equations().steps(second);
      try (StepStack stack = StepStack.of(manager, weights.cells(manager))) {
        StepState state = stack.zeroState(2);
        for (int t = 0; t < TIME; t++) {
          float[] both = floats(first[t], second[t]);
          StepStack.Step step =
              stack.step(manager, manager.create(both, new Shape(2, INPUTS)), state);
          state.close();
          state = step.state();
          assertClose(step.output(), join(expectedFirst[t], expectedSecond[t]));
        }
        state.close();
      }
    }
  }

  @Test
  void cellsMixAndADenseLayerReadsTheHighest() {
    Stack lower = new Stack(Cell.GRU, INPUTS, new int[] {4}, false, 1);
    Stack upper = new Stack(Cell.LSTM, 4, new int[] {2}, false, 2);
    double[][] inputs = inputs();
    double[][] hidden = upper.equations().steps(lower.equations().steps(inputs));
    List<CellWeights> layers = new ArrayList<>(lower.cells(manager));
    layers.addAll(upper.cells(manager));
    NDArray weight = manager.create(new float[] {1, 2, -1, 3, 0, 1}, new Shape(3, 2));
    NDArray bias = manager.create(new float[] {0.5f, -0.5f, 1});
    try (StepStack stack = StepStack.of(manager, layers, weight, bias)) {
      StepState state = stack.zeroState(1);
      for (int t = 0; t < TIME; t++) {
        StepStack.Step step = stack.step(manager, row(inputs[t]), state);
        state.close();
        state = step.state();
        double[] h = hidden[t];
        assertClose(
            step.output(), new double[] {h[0] + 2 * h[1] + 0.5, 3 * h[1] - h[0] - 0.5, h[1] + 1});
      }
      state.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aStateGoesOnFromItsValuesAndFromItsCopyBitEqually(Cell cell) {
    Stack weights = new Stack(cell, INPUTS, new int[] {4, 4}, false, 3);
    try (StepStack stack = StepStack.of(manager, weights.cells(manager));
        StepState zero = stack.zeroState(1);
        StepState state = stack.step(manager, row(inputs()[0]), zero).state()) {
      assertThat(state.values()).hasLength(2 * 4 * cell.states());
      NDArray input = row(inputs()[0]);
      StepState copy = state.copy();
      try (StepState restored = stack.state(state.values())) {
        float[] expected = next(stack, input, state);
        assertThat(next(stack, input, restored)).isEqualTo(expected);
        assertThat(next(stack, input, copy)).isEqualTo(expected);
      }
      copy.close();
      copy.close();
      assertThat(zero.values()).isEqualTo(new float[stack.stateSize()]);
    }
  }

  @Test
  void aStepLeavesItsStateAsItWas() {
    Stack weights = new Stack(Cell.LSTM, INPUTS, new int[] {4}, false, 3);
    try (StepStack stack = StepStack.of(manager, weights.cells(manager));
        StepState state = stack.state(new float[] {1, 2, 3, 4, 5, 6, 7, 8})) {
      float[] once = next(stack, row(inputs()[0]), state);
      assertThat(once).hasLength(4);
      assertThat(state.values()).isEqualTo(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
    }
  }

  @Test
  void laterChangesOfTheWeightsAreNotSeen() {
    Stack weights = new Stack(Cell.LSTM, INPUTS, new int[] {4}, false, 3);
    List<CellWeights> cells = weights.cells(manager);
    NDArray input = row(inputs()[0]);
    try (StepStack stack = StepStack.of(manager, cells);
        StepState zero = stack.zeroState(1)) {
      float[] before = next(stack, input, zero);
      cells.get(0).inputWeight().muli(2);
      assertThat(next(stack, input, zero)).isEqualTo(before);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Stack weights = new Stack(Cell.LSTM, INPUTS, new int[] {4}, false, 3);
    List<CellWeights> cells = weights.cells(manager);
    try (StepStack stack = StepStack.of(manager, cells);
        StepStack other = StepStack.of(manager, cells);
        StepState state = stack.zeroState(1)) {
      assertThat(refused(() -> stack.step(manager, row(new double[4]), state)))
          .isEqualTo("the input has shape (1, 4), expected (1, 3)");
      assertThat(refused(() -> other.step(manager, row(new double[3]), state)))
          .isEqualTo("the state belongs to another stack");
      assertThat(refused(() -> stack.state(new float[9])))
          .isEqualTo("a state of 9 values, expected a multiple of 8");
      assertThat(refused(() -> stack.state(new float[0])))
          .isEqualTo("a state of 0 values, expected a multiple of 8");
    }
    assertThat(refused(() -> StepStack.of(manager, List.of(cells.get(0), cells.get(0)))))
        .isEqualTo("layer 1 takes 3 features, but gets 4");
    assertThat(refused(() -> StepStack.of(manager, List.of())))
        .isEqualTo("a stack needs at least one layer");
    NDArray narrow = manager.zeros(new Shape(2, 3));
    assertThat(refused(() -> StepStack.of(manager, cells, narrow, manager.zeros(new Shape(2)))))
        .isEqualTo("the dense weight has shape (2, 3), expected (2, 4)");
  }

  @Test
  void weightsThatDoNotBelongTogetherAreRefused() {
    NDArray input = manager.zeros(new Shape(8, 3));
    NDArray hidden = manager.zeros(new Shape(8, 2));
    NDArray bias = manager.zeros(new Shape(8));
    assertThat(new CellWeights(Cell.LSTM, input, hidden, bias, bias).units()).isEqualTo(2);
    assertThat(refused(() -> new CellWeights(Cell.GRU, input, hidden, bias, bias)))
        .isEqualTo("hiddenWeight has shape (8, 2), expected (6, 2)");
    assertThat(refused(() -> new CellWeights(Cell.LSTM, bias, hidden, bias, bias)))
        .isEqualTo("inputWeight has shape (8), expected 2 dimensions");
    NDArray narrow = manager.zeros(new Shape(6));
    assertThat(refused(() -> new CellWeights(Cell.LSTM, input, hidden, bias, narrow)))
        .isEqualTo("hiddenBias has shape (6), expected (8)");
    List<NDArray> wide = List.of(manager.zeros(new Shape(2)), manager.zeros(new Shape(3)));
    assertThat(refused(() -> new CellWeights(Cell.LSTM, input, hidden, bias, bias, wide)))
        .isEqualTo("initial has shape (3), expected (2)");
    assertThat(
            refused(
                () -> new CellWeights(Cell.LSTM, input, hidden, bias, bias, wide.subList(0, 1))))
        .isEqualTo("an initial state of 1 arrays, expected 2");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private float[] next(StepStack stack, NDArray input, StepState state) {
    StepStack.Step step = stack.step(manager, input, state);
    step.state().close();
    return step.output().toFloatArray();
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

  private NDArray row(double[] values) {
    return manager.create(floats(values, new double[0]), new Shape(1, values.length));
  }

  private static float[] floats(double[] first, double[] second) {
    double[] both = join(first, second);
    float[] result = new float[both.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) both[i];
    }
    return result;
  }

  private static double[] join(double[] first, double[] second) {
    double[] both = new double[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void assertClose(NDArray actual, double[] expected) {
    float[] values = actual.toFloatArray();
    assertThat(values).hasLength(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("value " + i)
          .that((double) values[i])
          .isWithin(1e-5 * Math.max(1, Math.abs(expected[i])))
          .of(expected[i]);
    }
  }
}
