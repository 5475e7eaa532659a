package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.train.Gradients;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamStateTest {
  private static List<RecurrentStack> stacks() {
    int[] units = {4, 4, 3};
    return List.of(
        new LstmLayer("layer", 3, units, Direction.FORWARD, 0),
        new GruLayer("layer", 3, units, Direction.FORWARD, 0),
        new RnnLayer("layer", 3, units, Direction.FORWARD, 0, Activation.TANH),
        new RnnLayer("layer", 3, units, Direction.FORWARD, 0, Activation.RELU),
        new LstmLayer("layer", 3, units, Direction.FORWARD, 0).learnedInitialState(),
        new GruLayer("layer", 3, units, Direction.FORWARD, 0).learnedInitialState());
  }

  @Property(tries = 60, seed = "20261121")
  void anySplitOfAStreamGivesTheStepsAndTheStateOfTheWhole(
      @ForAll @IntRange(max = 5) int cell,
      @ForAll @IntRange(min = 1, max = 4) int batch,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> parts,
      @ForAll long seed) {
    int steps = parts.stream().mapToInt(part -> part).sum();
    int[] lengths = new int[batch];
    Arrays.fill(lengths, steps);
    double[][][] rows = LayerFixture.randomRows(new Random(seed), 3, lengths);
    RecurrentStack stack = stacks().get(cell);
    try (LayerFixture fixture = new LayerFixture(seed, stack);
        StreamState whole = new StreamState(fixture.pass());
        StreamState state = new StreamState(fixture.pass())) {
      NDArray all = forward(fixture, stack, rows, whole);
      int from = 0;
      for (int part : parts) {
        NDArray some = forward(fixture, stack, slice(rows, from, from + part), state);
        state.detach();
        assertThat(some.toFloatArray())
            .usingTolerance(1e-5)
            .containsExactly(all.get(":, {}:{}, :", from, from + part).toFloatArray())
            .inOrder();
        from += part;
      }
      assertSame(state.values(), whole.values());
    }
  }

  private static NDArray forward(
      LayerFixture fixture, RecurrentStack stack, double[][][] rows, StreamState state) {
    Sequences steps = fixture.sequences(rows, rows[0].length, new Random(0));
    return stack.forward(fixture.pass(), steps, state).values();
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

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void rowsThatStartAnewBeginWithTheLearnedState(int cell) {
    RecurrentStack stack = stacks().get(cell);
    double[][][] before = LayerFixture.randomRows(new Random(1), 3, 2, 2);
    double[][][] now = LayerFixture.randomRows(new Random(2), 3, 3, 3);
    try (LayerFixture fixture = new LayerFixture(2, stack);
        StreamState state = new StreamState(fixture.pass())) {
      forward(fixture, stack, before, state);
      state.detach();
      state.follow(window(-1, 1));
      // asked twice: a row that goes on from one that has not begun yet begins as well
      state.follow(window(1, 0));
      NDArray steps = forward(fixture, stack, now, state);

      try (StreamState goneOn = new StreamState(fixture.pass())) {
        forward(fixture, stack, slice(before, 1), goneOn);
        NDArray first = forward(fixture, stack, slice(now, 0), goneOn);
        assertSteps(steps.get("0:1"), first);
      }
      assertSteps(steps.get("1:2"), stack.forward(fixture.pass(), fixture.alone(now[1])).values());
      state.detach();
      state.follow(window(0, 1));
      assertThat(state.anew("layer")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void theLearnedStateHasTheGradientOfTheRowsThatStartAnew(int cell) {
    RecurrentStack stack = stacks().get(cell);
    double[][][] rows = LayerFixture.randomRows(new Random(1), 3, 2, 2);
    try (LayerFixture fixture = new LayerFixture(2, stack);
        StreamState state = new StreamState(fixture.pass())) {
      forward(fixture, stack, rows, state);
      state.detach();
      state.follow(window(0, -1));
      Sequences all = fixture.sequences(rows, 2, new Random(0));
      Sequences second = fixture.alone(rows[1]);
      Map<String, float[]> actual =
          Gradients.of(fixture.host(), pass -> stack.forward(pass, all, state).values().sum());
      Map<String, float[]> expected =
          Gradients.of(fixture.host(), pass -> stack.forward(pass, second).values().sum());

      int compared = 0;
      for (Map.Entry<String, float[]> gradient : expected.entrySet()) {
        if (gradient.getKey().contains("initial")) {
          assertThat(actual.getOrDefault(gradient.getKey(), new float[0]))
              .usingTolerance(1e-5)
              .containsExactly(gradient.getValue())
              .inOrder();
          compared++;
        }
      }
      assertThat(compared).isEqualTo(cell == 4 ? 6 : 3);
    }
  }

  private static Window window(Integer... previous) {
    return new Window(List.of(new int[1], new int[1]), List.of(), List.of(previous));
  }

  private static double[][][] slice(double[][][] rows, int row) {
    return new double[][][] {rows[row]};
  }

  private static void assertSteps(NDArray actual, NDArray expected) {
    assertThat(actual.toFloatArray())
        .usingTolerance(1e-5)
        .containsExactly(expected.toFloatArray())
        .inOrder();
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

  private static double[][][] slice(double[][][] rows, int from, int to) {
    double[][][] parts = new double[rows.length][][];
    for (int row = 0; row < rows.length; row++) {
      parts[row] = Arrays.copyOfRange(rows[row], from, to);
    }
    return parts;
  }
}
