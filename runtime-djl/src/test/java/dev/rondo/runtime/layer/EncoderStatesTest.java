package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.assertVectors;
import static dev.rondo.runtime.layer.LayerFixture.longest;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decoder can go on from: the states of all layers where each sequence ends. */
class EncoderStatesTest {
  private static final int INPUTS = 3;

  record Case(
      Cell cell,
      List<Integer> units,
      Direction direction,
      boolean peephole,
      boolean residual,
      boolean learned) {
    RecurrentStack stack() {
      RecurrentStack stack =
          cell.layer(INPUTS, units.stream().mapToInt(u -> u).toArray(), direction);
      if (peephole && stack instanceof LstmLayer lstm) {
        lstm.peephole();
      }
      if (learned) {
        stack.learnedInitialState();
      }
      return residual ? stack.residual() : stack;
    }

    @Override
    public String toString() {
      return "%s %s %s%s%s%s"
          .formatted(
              cell,
              units,
              direction,
              peephole ? " peephole" : "",
              residual ? " residual" : "",
              learned ? " learned start" : "");
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (List<Integer> units : List.of(List.of(4), List.of(3, 3), List.of(4, 4, 2))) {
        for (Cell cell : Cell.values()) {
          cases.add(new Case(cell, units, direction, false, false, false));
          cases.add(new Case(cell, units, direction, false, false, true));
        }
        cases.add(new Case(Cell.LSTM, units, direction, true, false, false));
      }
      for (Cell cell : Cell.values()) {
        cases.add(new Case(cell, List.of(3, 3), direction, false, true, false));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void statesAreThoseWhereEachSequenceEndsWhateverStandsInThePadding(Case of) {
    Random random = new Random(of.toString().hashCode());
    RecurrentStack stack = of.stack();
    try (LayerFixture fixture = new LayerFixture(random.nextLong(), stack)) {
      double[][][] padded = randomRows(random, INPUTS, 7, 1, 4, 6);
      double[][][] even = randomRows(random, INPUTS, 5, 5);
      assertStates(of, stack, fixture, padded, longest(padded) + random.nextInt(3));
      assertStates(of, stack, fixture, even, 5);
    }
  }

  private static void assertStates(
      Case of, RecurrentStack stack, LayerFixture fixture, double[][][] rows, int time) {
    ReferenceStack reference = reference(of, fixture.weights());

    EncoderStates states =
        stack.encode(fixture.pass(), fixture.sequences(rows, time, new Random(1)));

    assertSteps(states.outputs(), Stream.of(rows).map(reference::steps).toArray(double[][][]::new));
    assertThat(states.hidden()).hasSize(of.units().size());
    assertThat(states.cells()).hasSize(of.cell() == Cell.LSTM ? of.units().size() : 0);
    for (int layer = 0; layer < of.units().size(); layer++) {
      assertVectors(states.hidden().get(layer), expected(reference, rows, layer, false));
      if (of.cell() == Cell.LSTM) {
        assertVectors(states.cells().get(layer), expected(reference, rows, layer, true));
      }
    }
  }

  private static double[][] expected(
      ReferenceStack reference, double[][][] rows, int layer, boolean ofCells) {
    return Stream.of(rows)
        .map(row -> reference.states(row, ofCells).get(layer))
        .toArray(double[][]::new);
  }

  private static ReferenceStack reference(Case of, Map<String, double[]> weights) {
    return new ReferenceStack(
        of.cell().equations(),
        "rnn",
        of.units().size(),
        of.direction(),
        weights,
        of.residual(),
        ReferenceStack.Masks.NONE);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void theCellsOfAnLstmHaveTheGradientsOfTheEquations(Direction direction) {
    Case of = new Case(Cell.LSTM, List.of(2, 2), direction, false, false, true);
    List<int[]> rows = List.of(new int[] {1, 5, 2, 2, 3}, new int[] {4}, new int[] {2, 3, 1});
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 6, INPUTS);
    RecurrentStack stack = of.stack();

    GradientCheck.assertGradients(
        new Model(embedding, stack),
        pass -> {
          EncoderStates states =
              stack.encode(
                  pass, embedding.forward(pass, GarbagePadding.of(pass, rows, 6, new Random(1))));
          NDArray sum = states.hidden().get(0).sum();
          for (int layer = 0; layer < 2; layer++) {
            sum = sum.add(states.cells().get(layer).sum().mul(layer + 1));
          }
          return sum;
        },
        weights -> {
          ReferenceStack reference = reference(of, weights);
          double sum = 0;
          for (int[] row : rows) {
            double[][] inputs = ReferenceLayers.embedding(weights, "embedding", INPUTS, row);
            sum += sum(reference.states(inputs, false).get(0));
            for (int layer = 0; layer < 2; layer++) {
              sum += (layer + 1) * sum(reference.states(inputs, true).get(layer));
            }
          }
          return sum;
        });
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
