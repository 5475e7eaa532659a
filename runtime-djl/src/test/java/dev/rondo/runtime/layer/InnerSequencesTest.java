package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words read by their characters, against each word alone by the equations in double. */
class InnerSequencesTest {
  private static final int TOKENS = 5;
  private static final int CHARACTERS = 7;
  private static final int SIZE = 3;
  private static final int UNITS = 4;

  private EmbeddingLayer words = words();
  private EmbeddingLayer characters = characters();

  /** Sentences whose words differ in length, and of which some are met several times. */
  private final List<Steps> rows =
      List.of(
          sentence(new int[] {2, 3, 2}, new int[][] {{1, 2, 3}, {4}, {1, 2, 3}}),
          sentence(new int[] {1}, new int[][] {{6, 5, 4, 3, 2, 1, 1, 2, 5}}),
          sentence(new int[] {4, 1, 1, 2}, new int[][] {{5, 5}, {4}, {1, 2}, {1, 2, 3}}));

  private static EmbeddingLayer words() {
    return new EmbeddingLayer("embedding", TOKENS, 2);
  }

  private static EmbeddingLayer characters() {
    return new EmbeddingLayer("charactersEmbedding", CHARACTERS, SIZE);
  }

  private static Steps sentence(int[] tokens, int[][] inner) {
    return Steps.nested(tokens, inner);
  }

  private Sequences forward(Pass pass, RecurrentStack recurrent, List<Steps> batch) {
    StepBatch steps = StepBatch.of(pass, batch);
    return Sequences.join(
        List.of("words", "characters"),
        words.forward(pass, steps.symbols(0)),
        steps.eachStep(inner -> recurrent.finalState(pass, characters.forward(pass, inner))));
  }

  private double[][][] reference(Cell cell, Direction direction, Map<String, double[]> weights) {
    ReferenceStack stack = new ReferenceStack(cell.equations(), "rnn", 1, direction, weights);
    List<double[][]> all = new ArrayList<>();
    for (Steps row : rows) {
      double[][] steps = new double[row.length()][];
      for (int t = 0; t < steps.length; t++) {
        int[] word = row.inner()[t];
        double[][] read = new double[word.length][];
        for (int i = 0; i < word.length; i++) {
          read[i] = row(weights, "charactersEmbedding.weight", word[i], SIZE);
        }
        double[] token = row(weights, "embedding.weight", row.symbols()[t], 2);
        double[] state = stack.finalState(read);
        steps[t] = new double[token.length + state.length];
        System.arraycopy(token, 0, steps[t], 0, token.length);
        System.arraycopy(state, 0, steps[t], token.length, state.length);
      }
      all.add(steps);
    }
    return all.toArray(new double[0][][]);
  }

  private static double[] row(Map<String, double[]> weights, String name, int row, int size) {
    double[] values = new double[size];
    System.arraycopy(weights.getOrDefault(name, new double[0]), row * size, values, 0, size);
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void eachWordIsReadAsItIsAlone(Cell cell) {
    for (Direction direction : Direction.values()) {
      words = words();
      characters = characters();
      RecurrentStack recurrent = cell.layer(SIZE, new int[] {UNITS}, direction);
      try (LayerFixture fixture = new LayerFixture(8, words, characters, recurrent)) {
        double[][][] expected = reference(cell, direction, fixture.weights());

        assertSteps(forward(fixture.pass(), recurrent, rows), expected);
        for (int b = 0; b < rows.size(); b++) {
          assertSteps(
              forward(fixture.pass(), recurrent, List.of(rows.get(b))),
              new double[][][] {expected[b]});
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsReachBothEmbeddings(Cell cell) {
    RecurrentStack recurrent = cell.layer(SIZE, new int[] {UNITS}, Direction.BIDIRECTIONAL);
    double[] factors = new Random(5).doubles(8 * (2 + 2 * UNITS), -1, 1).toArray();
    GradientCheck.assertGradients(
        new Model(words, characters, recurrent),
        pass -> {
          NDArray real = forward(pass, recurrent, rows).real();
          float[] floats = new float[factors.length];
          for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) factors[i];
          }
          return real.mul(pass.manager().create(floats, real.getShape())).sum();
        },
        weights -> {
          double sum = 0;
          int i = 0;
          for (double[][] steps : reference(cell, Direction.BIDIRECTIONAL, weights)) {
            for (double[] step : steps) {
              for (double value : step) {
                sum += (float) factors[i++] * value;
              }
            }
          }
          return sum;
        });
  }

  @Test
  void eachDifferentWordIsReadOnce() {
    RecurrentStack recurrent = Cell.LSTM.layer(SIZE, new int[] {UNITS}, Direction.FORWARD);
    try (LayerFixture fixture = new LayerFixture(8, words, characters, recurrent)) {
      List<Integer> read = new ArrayList<>();
      StepBatch.of(fixture.pass(), rows)
          .eachStep(
              inner -> {
                for (int length : inner.lengths().real()) {
                  read.add(length);
                }
                return recurrent.finalState(
                    fixture.pass(), characters.forward(fixture.pass(), inner));
              });

      assertThat(read).containsExactly(1, 2, 2, 3, 9).inOrder();
    }
  }

  @Test
  void stepsWithNothingInsideAreTold() {
    RecurrentStack recurrent = Cell.LSTM.layer(SIZE, new int[] {UNITS}, Direction.FORWARD);
    try (LayerFixture fixture = new LayerFixture(8, words, characters, recurrent)) {
      StepBatch plain = StepBatch.of(fixture.pass(), List.of(Steps.tokens(new int[] {2, 3})));
      assertThrows(
          IllegalStateException.class,
          () -> plain.eachStep(inner -> fixture.manager().ones(new Shape(1, 1))));
      StepBatch steps = StepBatch.of(fixture.pass(), rows);
      NDArray two = fixture.manager().ones(new Shape(2, 3));
      assertThrows(IllegalArgumentException.class, () -> steps.eachStep(inner -> two));
    }
  }
}
