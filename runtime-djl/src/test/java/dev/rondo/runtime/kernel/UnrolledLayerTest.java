package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.RNN;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.NativeArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Outputs and gradients against PyTorch's own operators and what it records of them, in a workspace
 * that earlier steps of other sizes have left behind. The equations in double are compared with by
 * the tests of the layers.
 */
class UnrolledLayerTest {
  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Workspace workspace = new Workspace(manager);

  @AfterEach
  @AfterProperty
  void free() {
    manager.close();
  }

  /** Computes layers of one direction or two, in one way or the other. */
  private interface Way {
    List<NDArray> run(Cell cell, List<NDArray> values, NDArray state, List<NDList> weights);
  }

  private static List<NDArray> byPyTorch(
      Cell cell, List<NDArray> values, NDArray state, List<NDList> weights) {
    List<NDArray> outputs = new ArrayList<>();
    for (int d = 0; d < values.size(); d++) {
      NDArray x = values.get(d);
      NDArray h = state.expandDims(0);
      NDList arrays = weights.get(d);
      NDList results =
          switch (cell) {
            case GRU -> x.getNDArrayInternal().gru(x, h, arrays, true, 1, 0, true, false, true);
            case TANH, RELU -> {
              RNN.Activation f = cell == Cell.TANH ? RNN.Activation.TANH : RNN.Activation.RELU;
              yield x.getNDArrayInternal().rnn(x, h, arrays, true, 1, f, 0, true, false, true);
            }
            case LSTM -> throw new IllegalArgumentException();
          };
      outputs.add(results.get(0));
    }
    return outputs;
  }

  private static Way byUs(Tape tape) {
    return (cell, values, state, weights) -> {
      List<UnrolledLayer.Way> ways = new ArrayList<>();
      for (int d = 0; d < values.size(); d++) {
        ways.add(new UnrolledLayer.Way(values.get(d), state, cell(cell, weights.get(d))));
      }
      return UnrolledLayer.run(ways, tape);
    };
  }

  private static CellWeights cell(Cell cell, NDList weights) {
    return new CellWeights(cell, weights.get(0), weights.get(1), weights.get(2), weights.get(3));
  }

  /**
   * Runs a layer, another on top of it that gets what the first gets and gives, and a third with
   * the weights of the second, which also are in the loss by themselves.
   */
  private List<float[]> computed(Cell cell, int directions, int[] sizes, long seed, boolean own) {
    Random random = new Random(seed);
    int batch = sizes[0];
    int time = sizes[1];
    int units = sizes[2];
    List<NDArray> leaves = new ArrayList<>();
    try (NDManager step = manager.newSubManager();
        GradMode recording = GradMode.on()) {
      Tape tape = new Tape(workspace);
      Way way = own ? byUs(tape) : UnrolledLayerTest::byPyTorch;
      NDArray given = leaf(step, random, leaves, batch, time, units);
      NDArray start = leaf(step, random, leaves, batch, units);
      List<NDList> lower = weights(cell, step, random, leaves, directions, units);
      List<NDList> upper = weights(cell, step, random, leaves, directions, units);
      NDArray x = given.add(given);
      NDArray h0 = start.tanh();
      List<NDArray> first = way.run(cell, inputs(x, directions), h0, lower);
      NDArray between = first.get(0).add(x);
      List<NDArray> second = way.run(cell, inputs(between, directions), h0, upper);
      List<NDArray> third = way.run(cell, second, start, upper);
      NDArray loss = upper.get(0).get(1).square().sum();
      for (List<NDArray> outputs : List.of(first, second, third)) {
        for (NDArray output : outputs) {
          loss = loss.add(output.mul(values(step, random, batch, time, units)).sum());
        }
      }
      float value = loss.getFloat();
      tape.backward(loss);
      recording.stop();
      List<float[]> results = new ArrayList<>(List.of(new float[] {value}));
      leaves.forEach(leaf -> results.add(tape.gradient(leaf).toFloatArray()));
      return results;
    }
  }

  private static List<NDArray> inputs(NDArray values, int directions) {
    return directions == 1 ? List.of(values) : List.of(values, values.flip(1));
  }

  private static List<NDList> weights(
      Cell cell, NDManager step, Random random, List<NDArray> leaves, int directions, int units) {
    int rows = cell.gates() * units;
    List<NDList> weights = new ArrayList<>();
    for (int d = 0; d < directions; d++) {
      weights.add(
          new NDList(
              leaf(step, random, leaves, rows, units),
              leaf(step, random, leaves, rows, units),
              leaf(step, random, leaves, rows),
              leaf(step, random, leaves, rows)));
    }
    return weights;
  }

  private static NDArray leaf(
      NDManager step, Random random, List<NDArray> leaves, long... dimensions) {
    NDArray leaf = values(step, random, dimensions);
    leaf.setRequiresGradient(true);
    leaves.add(leaf);
    return leaf;
  }

  private static NDArray values(NDManager step, Random random, long... dimensions) {
    Shape shape = new Shape(dimensions);
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return step.create(values, shape);
  }

  @Property(tries = 60)
  void outputsAndGradientsAreThoseOfPyTorch(
      @ForAll @IntRange(max = 2) int kind,
      @ForAll @IntRange(min = 1, max = 2) int directions,
      @ForAll @IntRange(min = 1, max = 5) int batch,
      @ForAll @IntRange(min = 1, max = 6) int time,
      @ForAll @IntRange(min = 1, max = 5) int units,
      @ForAll long seed) {
    Cell cell = List.of(Cell.GRU, Cell.TANH, Cell.RELU).get(kind);
    int[] sizes = {batch, time, units};
    List<float[]> expected = computed(cell, directions, sizes, seed, false);
    List<float[]> found = computed(cell, directions, sizes, seed, true);
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertWithMessage("loss or gradient %s", i)
          .that(found.get(i))
          .usingTolerance(2e-5)
          .containsExactly(expected.get(i))
          .inOrder();
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    computed(Cell.GRU, 2, new int[] {3, 6, 4}, 1, true);
    int before = NativeArrays.count();
    for (int step = 0; step < 200; step++) {
      computed(Cell.GRU, 2, new int[] {3, 1 + step % 6, 4}, step, true);
    }
    assertThat(NativeArrays.count()).isEqualTo(before);
  }

  @Test
  void whatTheLossDoesNotDependOnHasAGradientOfZeros() {
    try (NDManager step = manager.newSubManager();
        GradMode recording = GradMode.on()) {
      assertThat(recording).isNotNull();
      Random random = new Random(3);
      List<NDArray> leaves = new ArrayList<>();
      List<NDList> weights = weights(Cell.GRU, step, random, leaves, 1, 3);
      NDArray x = leaf(step, random, leaves, 2, 4, 3);
      Tape tape = new Tape(workspace);
      byUs(tape).run(Cell.GRU, List.of(x), step.zeros(new Shape(2, 3)), weights);
      tape.backward(x.sum());
      for (NDArray weight : weights.get(0)) {
        assertThat(tape.gradient(weight)).isEqualTo(weight.zerosLike());
      }
      assertThat(tape.gradient(x)).isEqualTo(x.onesLike());
    }
  }

  @Test
  void whatDoesNotBelongTogetherIsNotRun() {
    Random random = new Random(4);
    List<NDArray> leaves = new ArrayList<>();
    List<NDList> weights = weights(Cell.GRU, manager, random, leaves, 2, 3);
    NDArray x = values(manager, random, 2, 4, 3);
    NDArray h = manager.zeros(new Shape(2, 3));
    CellWeights gru = cell(Cell.GRU, weights.get(0));
    assertMessage(
        () -> new UnrolledLayer.Way(values(manager, random, 2, 4, 5), h, gru),
        "values has shape (2, 4, 5), expected (2, 4, 3)");
    assertMessage(
        () -> new UnrolledLayer.Way(x, manager.zeros(new Shape(1, 3)), gru),
        "state has shape (1, 3), expected (2, 3)");
    NDArray longer = values(manager, random, 2, 5, 3);
    assertMessage(
        () ->
            UnrolledLayer.run(
                List.of(new UnrolledLayer.Way(x, h, gru), new UnrolledLayer.Way(longer, h, gru)),
                new Tape(workspace)),
        "values has shape (2, 5, 3), expected (2, 4, 3)");
    NDList four = weights(Cell.LSTM, manager, random, leaves, 1, 3).get(0);
    assertMessage(
        () -> new UnrolledLayer.Way(x, h, cell(Cell.LSTM, four)),
        "an LSTM is not unrolled: PyTorch fuses both its passes");
  }

  private static void assertMessage(Runnable work, String expected) {
    assertThat(assertThrows(IllegalArgumentException.class, work::run))
        .hasMessageThat()
        .isEqualTo(expected);
  }
}
