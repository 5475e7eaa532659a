package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamStateTest {
  private static final int STEPS = 12;

  private static List<RecurrentStack> stacks() {
    int[] units = {4, 4, 3};
    return List.of(
        new LstmLayer("layer", 3, units, Direction.FORWARD, 0),
        new GruLayer("layer", 3, units, Direction.FORWARD, 0),
        new RnnLayer("layer", 3, units, Direction.FORWARD, 0, Activation.TANH),
        new RnnLayer("layer", 3, units, Direction.FORWARD, 0, Activation.RELU));
  }

  @Test
  void anySplitOfAStreamGivesTheStepsAndTheStateOfTheWhole() {
    double[][][] rows = LayerFixture.randomRows(new Random(1), 3, STEPS, STEPS);
    for (RecurrentStack stack : stacks()) {
      try (LayerFixture fixture = new LayerFixture(2, stack);
          StreamState whole = new StreamState(fixture.pass())) {
        float[] all =
            stack
                .forward(fixture.pass(), fixture.sequences(rows, STEPS, new Random(0)), whole)
                .values()
                .get(":, -1, :")
                .toFloatArray();
        for (int[] cuts : new int[][] {{1}, {5}, {11}, {1, 2, 3}, {4, 8}}) {
          try (StreamState state = new StreamState(fixture.pass())) {
            float[] last = {};
            int from = 0;
            for (int to : withEnd(cuts)) {
              Sequences part = fixture.sequences(slice(rows, from, to), to - from, new Random(0));
              last =
                  stack
                      .forward(fixture.pass(), part, state)
                      .values()
                      .get(":, -1, :")
                      .toFloatArray();
              state.detach();
              from = to;
            }
            assertThat(last).usingTolerance(1e-5).containsExactly(all).inOrder();
            assertSame(state.values(), whole.values());
          }
        }
      }
    }
  }

  @Test
  void rowsStartAnewMoveAndEnd() {
    RecurrentStack stack = stacks().get(0);
    double[][][] rows = LayerFixture.randomRows(new Random(1), 3, 2, 2, 2);
    try (LayerFixture fixture = new LayerFixture(2, stack);
        StreamState state = new StreamState(fixture.pass())) {
      stack.forward(fixture.pass(), fixture.sequences(rows, 2, new Random(0)), state);
      state.detach();
      float[] before = Objects.requireNonNull(state.values().get("layer.0"));
      state.follow(new Window(List.of(new int[1], new int[1]), List.of(), List.of(2, -1)));
      float[] after = Objects.requireNonNull(state.values().get("layer.0"));
      assertThat(after.length).isEqualTo(8);
      assertThat(Arrays.copyOf(after, 4)).isEqualTo(Arrays.copyOfRange(before, 8, 12));
      assertThat(Arrays.copyOfRange(after, 4, 8)).isEqualTo(new float[4]);
    }
  }

  @Test
  void aStateOfTheWrongShapeIsRefused() {
    RecurrentStack stack = stacks().get(0);
    double[][][] two = LayerFixture.randomRows(new Random(1), 3, 2, 2);
    try (LayerFixture fixture = new LayerFixture(2, stack);
        StreamState state = new StreamState(fixture.pass())) {
      stack.forward(fixture.pass(), fixture.sequences(two, 2, new Random(0)), state);
      state.detach();
      assertThat(
              assertThrows(
                  IllegalArgumentException.class,
                  () -> stack.forward(fixture.pass(), fixture.alone(two[0]), state)))
          .hasMessageThat()
          .contains("layer \"layer\" has a state of shape");
    }
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach(
        (name, values) ->
            assertThat(values)
                .usingTolerance(1e-5)
                .containsExactly(expected.getOrDefault(name, new float[0]))
                .inOrder());
  }

  private static int[] withEnd(int... cuts) {
    int[] all = Arrays.copyOf(cuts, cuts.length + 1);
    all[cuts.length] = STEPS;
    return all;
  }

  private static double[][][] slice(double[][][] rows, int from, int to) {
    double[][][] parts = new double[rows.length][][];
    for (int row = 0; row < rows.length; row++) {
      parts[row] = Arrays.copyOfRange(rows[row], from, to);
    }
    return parts;
  }
}
