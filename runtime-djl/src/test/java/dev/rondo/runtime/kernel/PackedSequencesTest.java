package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackedSequencesTest {
  private static final int INPUTS = 3;
  private static final int UNITS = 4;
  private static final int TIME = 6;
  private static final int[] LENGTHS = {2, 5, 1, 4};

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Random random = new Random(8);
  private final double[][][] rows = rows();

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void eachSequenceGetsWhatItGetsAlone(Cell cell) {
    for (boolean bidirectional : new boolean[] {false, true}) {
      Stack weights = stack(cell, bidirectional);
      PackedSequences packed = new PackedSequences(cell, 2, bidirectional, 0);
      PackedSequences.Result result =
          GradMode.off(
              () -> packed.run(batch(), LENGTHS, new NDList(), weights.cells(manager), false));
      assertOutputs(result, weights.equations(), bidirectional ? 2 * UNITS : UNITS);
      assertThat(result.state()).hasSize(cell.states());
      assertFinalStates(result.state().get(0), weights.equations(), bidirectional);
    }
  }

  private void assertOutputs(PackedSequences.Result result, ReferenceStack equations, int width) {
    assertThat(result.outputs().getShape()).isEqualTo(new Shape(LENGTHS.length, TIME, width));
    float[] outputs = result.outputs().toFloatArray();
    for (int b = 0; b < LENGTHS.length; b++) {
      double[][] expected = equations.steps(rows[b]);
      for (int t = 0; t < TIME; t++) {
        for (int u = 0; u < width; u++) {
          assertWithMessage("row %s, step %s, unit %s", b, t, u)
              .that((double) outputs[(b * TIME + t) * width + u])
              .isWithin(1e-5)
              .of(t < LENGTHS[b] ? expected[t][u] : 0);
        }
      }
    }
  }

  private static float at(NDArray states, int layer, int row, int unit) {
    return states.getFloat(layer, row, unit);
  }

  private void assertFinalStates(NDArray hidden, ReferenceStack equations, boolean bidirectional) {
    int directions = bidirectional ? 2 : 1;
    assertThat(hidden.getShape()).isEqualTo(new Shape(2L * directions, LENGTHS.length, UNITS));
    for (int b = 0; b < LENGTHS.length; b++) {
      double[] expected = equations.finalState(rows[b]);
      for (int i = 0; i < expected.length; i++) {
        int layer = directions + i / UNITS;
        assertThat((double) at(hidden, layer, b, i % UNITS)).isWithin(1e-5).of(expected[i]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void sequencesGoOnFromAState(Cell cell) {
    Stack weights = stack(cell, false);
    PackedSequences packed = new PackedSequences(cell, 2, false, 0);
    List<CellWeights> cells = weights.cells(manager);
    NDArray values = batch().get("1:2"); // the longest row: 5 steps
    PackedSequences.Result whole = packed.run(values, new int[] {5}, new NDList(), cells, false);
    PackedSequences.Result first = packed.run(values, new int[] {3}, new NDList(), cells, false);
    PackedSequences.Result second =
        packed.run(values.get(":, 3:"), new int[] {2}, first.state(), cells, false);
    for (int i = 0; i < cell.states(); i++) {
      assertThat(second.state().get(i).toFloatArray())
          .usingTolerance(1e-6)
          .containsExactly(whole.state().get(i).toFloatArray())
          .inOrder();
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void gradientsAreThoseOfTheEquations(Cell cell) {
    Stack weights = stack(cell, true);
    Map<String, NDArray> leaves = new LinkedHashMap<>();
    double[] factors = random.doubles(2L * UNITS, -1, 1).toArray();
    Map<String, float[]> gradients = new LinkedHashMap<>();
    try (GradMode recording = GradMode.on()) {
      weights
          .arrays(manager)
          .forEach(
              (name, array) -> {
                array.setName(name);
                array.setRequiresGradient(true);
                leaves.put(name, array);
              });
      NDArray outputs =
          new PackedSequences(cell, 2, true, 0)
              .run(batch(), LENGTHS, new NDList(), weights.cells(leaves), true)
              .outputs();
      NDArray loss = outputs.mul(manager.create(floats(factors))).sum();
      JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.create(1f), false, false);
      leaves.forEach((name, leaf) -> gradients.put(name, leaf.getGradient().toFloatArray()));
      assertThat(JniUtils.isGradMode()).isTrue();
      assertThat(recording).isNotNull();
    }
    leaves.forEach((name, leaf) -> assertThat(leaf.getName()).isEqualTo(name));

    Map<String, double[]> values = weights.weights();
    values.forEach(
        (name, weight) -> {
          for (int i = 0; i < weight.length; i += 7) {
            double kept = weight[i];
            weight[i] = kept + 1e-5;
            double above = sum(weights.equations(values), factors);
            weight[i] = kept - 1e-5;
            double below = sum(weights.equations(values), factors);
            weight[i] = kept;
            double expected = (above - below) / 2e-5;
            assertWithMessage("%s at %s", name, i)
                .that((double) gradients.getOrDefault(name, new float[0])[i])
                .isWithin(1e-4 * Math.max(1, Math.abs(expected)))
                .of(expected);
          }
        });
  }

  private double sum(ReferenceStack equations, double[] factors) {
    double sum = 0;
    for (double[][] row : rows) {
      for (double[] step : equations.steps(row)) {
        for (int u = 0; u < step.length; u++) {
          sum += (float) factors[u] * step[u];
        }
      }
    }
    return sum;
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Stack weights = stack(Cell.GRU, false);
    List<CellWeights> cells = weights.cells(manager);
    PackedSequences packed = new PackedSequences(Cell.GRU, 2, false, 0);
    NDArray batch = batch();
    assertThat(refused(() -> packed.run(batch, new int[] {1}, new NDList(), cells, false)))
        .isEqualTo("1 lengths for 4 sequences");
    int[] wrong = {2, 7, 1, 4};
    assertThat(refused(() -> packed.run(batch, wrong, new NDList(), cells, false)))
        .isEqualTo("a sequence has 7 steps, must be 1 to 6");
    NDList narrow = new NDList(manager.zeros(new Shape(2, 4, 3)));
    assertThat(refused(() -> packed.run(batch, LENGTHS, narrow, cells, false)))
        .isEqualTo("state has shape (2, 4, 3), expected (2, 4, 4)");
    NDArray zeros = manager.zeros(new Shape(2, 4, 4));
    assertThat(refused(() -> packed.run(batch, LENGTHS, new NDList(zeros, zeros), cells, false)))
        .isEqualTo("a state of 2 arrays, expected 1");
    assertThat(refused(() -> packed.run(batch, LENGTHS, new NDList(), cells.subList(0, 1), false)))
        .isEqualTo("1 sets of weights, expected 2");
    List<CellWeights> same = List.of(cells.get(0), cells.get(0));
    assertThat(refused(() -> packed.run(batch, LENGTHS, new NDList(), same, false)))
        .isEqualTo("weights 1 are of GRU 3 to 4, expected GRU 4 to 4");
    assertThat(refused(() -> new PackedSequences(Cell.GRU, 0, false, 0)))
        .isEqualTo("layers is 0, must be at least 1");
    assertThat(refused(() -> new PackedSequences(Cell.GRU, 1, false, 1)))
        .isEqualTo("dropout is 1.0, must be in [0, 1)");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static Stack stack(Cell cell, boolean bidirectional) {
    return new Stack(cell, INPUTS, new int[] {UNITS, UNITS}, bidirectional, 4);
  }

  private double[][][] rows() {
    List<double[][]> made = new ArrayList<>();
    for (int length : LENGTHS) {
      double[][] row = new double[length][INPUTS];
      for (double[] step : row) {
        for (int i = 0; i < INPUTS; i++) {
          step[i] = (float) random.nextGaussian();
        }
      }
      made.add(row);
    }
    return made.toArray(double[][][]::new);
  }

  /** Returns the rows, padded with garbage. */
  private NDArray batch() {
    float[] values = new float[LENGTHS.length * TIME * INPUTS];
    for (int b = 0, i = 0; b < LENGTHS.length; b++) {
      for (int t = 0; t < TIME; t++) {
        for (int f = 0; f < INPUTS; f++, i++) {
          values[i] = t < LENGTHS[b] ? (float) rows[b][t][f] : 99;
        }
      }
    }
    return manager.create(values, new Shape(LENGTHS.length, TIME, INPUTS));
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
