package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.assertVectors;
import static dev.rondo.runtime.layer.LayerFixture.longest;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceCell;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The recurrent layers against their equations, padded with garbage or not. */
class RecurrentLayersTest {
  private static final int INPUTS = 3;
  private static final List<int[]> UNITS =
      List.of(
          new int[] {4},
          new int[] {3, 3},
          new int[] {5, 2},
          new int[] {4, 4, 4},
          new int[] {3, 3, 5},
          new int[] {2, 5, 5});

  static Stream<Arguments> stacks() {
    List<Arguments> stacks = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (Direction direction : Direction.values()) {
        for (int[] units : UNITS) {
          stacks.add(Arguments.of(cell, direction, units));
        }
      }
    }
    return stacks.stream();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aBatchOfAnyLengthsEqualsTheEquations(Cell cell, Direction direction, int[] units) {
    Random random = new Random((cell.name() + direction).hashCode());
    RecurrentStack layer = cell.layer(INPUTS, units, direction);
    try (LayerFixture fixture = new LayerFixture(random.nextLong(), layer)) {
      int[] lengths = random.ints(5, 1, 10).toArray();
      double[][][] rows = randomRows(random, INPUTS, lengths);
      double[][][] steps = new double[rows.length][][];
      double[][] states = new double[rows.length][];
      ReferenceStack reference =
          new ReferenceStack(cell.equations(), "rnn", units.length, direction, fixture.weights());
      for (int b = 0; b < rows.length; b++) {
        steps[b] = reference.steps(rows[b]);
        states[b] = reference.finalState(rows[b]);
      }

      Sequences batch = fixture.sequences(rows, longest(rows) + random.nextInt(3), random);

      assertSteps(layer.forward(fixture.pass(), batch), steps);
      assertVectors(layer.finalState(fixture.pass(), batch), states);
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aBatchWithoutPaddingEqualsTheEquations(Cell cell, Direction direction, int[] units) {
    Random random = new Random((cell.name() + direction).hashCode());
    RecurrentStack layer = cell.layer(INPUTS, units, direction);
    try (LayerFixture fixture = new LayerFixture(random.nextLong(), layer)) {
      double[][][] rows = randomRows(random, INPUTS, 6, 6);
      ReferenceStack reference =
          new ReferenceStack(cell.equations(), "rnn", units.length, direction, fixture.weights());
      Sequences batch = fixture.sequences(rows, 6, random);

      assertSteps(
          layer.forward(fixture.pass(), batch),
          new double[][][] {reference.steps(rows[0]), reference.steps(rows[1])});
      assertVectors(
          layer.finalState(fixture.pass(), batch),
          new double[][] {reference.finalState(rows[0]), reference.finalState(rows[1])});
    }
  }

  /** States beyond a sequence's end follow from no input: they may not run away either. */
  @ParameterizedTest
  @EnumSource(Cell.class)
  void longPaddingDoesNotRunAway(Cell cell) {
    Random random = new Random(3);
    RecurrentStack layer = cell.layer(1, new int[] {2, 2}, Direction.BIDIRECTIONAL);
    try (LayerFixture fixture = new LayerFixture(5, layer)) {
      fixture.setAll("rnn.weight_hh", 1.5f);
      fixture.setAll("rnn.bias", 0.5f);
      double[][][] rows = randomRows(random, 1, 2);
      ReferenceStack reference =
          new ReferenceStack(
              cell.equations(), "rnn", 2, Direction.BIDIRECTIONAL, fixture.weights());

      Sequences result = layer.forward(fixture.pass(), fixture.sequences(rows, 400, random));

      assertSteps(result, new double[][][] {reference.steps(rows[0])});
      assertThat(result.values().isInfinite().any().getBoolean()).isFalse();
      assertThat(result.values().isNaN().any().getBoolean()).isFalse();
    }
  }

  @Test
  void stepsOfAnotherWidthAreRefused() {
    // oneDNN's LSTM would read beyond the weights
    LstmLayer layer = new LstmLayer("lstm", 4, new int[] {2}, Direction.FORWARD, 0);
    try (LayerFixture fixture = new LayerFixture(1, layer)) {
      Sequences narrow = fixture.alone(new double[5][3]);

      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> layer.forward(fixture.pass(), narrow));

      assertThat(e).hasMessageThat().isEqualTo("layer \"lstm\" takes steps of 4 features, found 3");
    }
  }

  @Test
  void resultsBelongToThePass() {
    GruLayer layer = new GruLayer("gru", 2, new int[] {3}, Direction.BIDIRECTIONAL, 0);
    try (LayerFixture fixture = new LayerFixture(1, layer)) {
      Sequences batch =
          fixture.sequences(new double[][][] {{{1, 2}}, {{1, 2}, {3, 4}}}, 2, new Random(1));

      NDArray state = layer.finalState(fixture.pass(), batch);

      assertThat(state.getManager()).isSameInstanceAs(fixture.manager());
    }
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertRefused("units is 0, must be at least 1", () -> lstm(3, 0, 4, 0));
    assertRefused("inputs is 0, must be at least 1", () -> lstm(0, 4, 4, 0));
    assertRefused("dropout is 1.0, must be in [0, 1)", () -> lstm(3, 4, 4, 1));
    assertRefused("dropout is NaN, must be in [0, 1)", () -> lstm(3, 4, 4, Double.NaN));
    assertRefused(
        "units are empty, a recurrent layer needs at least one",
        () -> new GruLayer("gru", 3, new int[0], Direction.FORWARD, 0));
    assertRefused(
        "activation is GELU, must be TANH or RELU",
        () -> new RnnLayer("rnn", 3, new int[] {4}, Direction.FORWARD, 0, Activation.GELU));
  }

  private static void lstm(int inputs, int first, int second, double dropout) {
    new LstmLayer("lstm", inputs, new int[] {first, second}, Direction.FORWARD, dropout);
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }

  @Test
  void vectorsOfEqualLengthAreSequencesWithoutPadding() {
    double[][][] rows = LayerFixture.randomRows(new Random(1), 2, 5, 5, 5);
    GruLayer layer = new GruLayer("gru", 2, new int[] {3}, Direction.BIDIRECTIONAL, 0);
    try (LayerFixture fixture = new LayerFixture(2, layer)) {
      NDArray values = fixture.sequences(rows, 5, new Random(2)).values();
      double[][] expected = new double[rows.length][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] =
            new ReferenceStack(
                    ReferenceCell.GRU, "gru", 1, Direction.BIDIRECTIONAL, fixture.weights())
                .finalState(rows[b]);
      }
      LayerFixture.assertVectors(layer.finalState(fixture.pass(), Sequences.of(values)), expected);
      NDArray flat = values.get(0);
      assertThat(assertThrows(IllegalArgumentException.class, () -> Sequences.of(flat)))
          .hasMessageThat()
          .isEqualTo("sequences have shape (5, 2), expected (batch, time, features)");
    }
  }
}
