package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What weights start with. */
class InitialWeightsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 300})
  void recurrentWeightsOfEachGateAreOrthogonal(int units) {
    float[] values = Initializer.orthogonal().values(3 * units, units, new SplittableRandom(1));
    for (int gate = 0; gate < 3; gate++) {
      for (int a = 0; a < units; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int i = 0; i < units; i++) {
            dot +=
                (double) values[(gate * units + a) * units + i]
                    * values[(gate * units + b) * units + i];
          }
          assertWithMessage("rows %s and %s of gate %s", a, b, gate)
              .that(dot)
              .isWithin(1e-6)
              .of(a == b ? 1 : 0);
        }
      }
    }
  }

  /** The process as it is defined, on the same random numbers. */
  @Test
  void recurrentWeightsAreThoseOfGramAndSchmidt() {
    int units = 20;
    SplittableRandom random = new SplittableRandom(3);
    double[][] rows = new double[units][units];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> (float) random.nextGaussian());
    }
    for (int row = 0; row < units; row++) {
      for (int before = 0; before < row; before++) {
        double overlap = dot(rows[row], rows[before]);
        for (int i = 0; i < units; i++) {
          rows[row][i] -= overlap * rows[before][i];
        }
      }
      double norm = Math.sqrt(dot(rows[row], rows[row]));
      for (int i = 0; i < units; i++) {
        rows[row][i] /= norm;
      }
    }
    float[] values = Initializer.orthogonal().values(units, units, new SplittableRandom(3));
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isWithin(1e-5f).of((float) rows[i / units][i % units]);
    }
  }

  /**
   * Of uniformly distributed orthogonal matrices the trace has mean 0 and variance 1, and the first
   * number mean 0 and variance 1 / 4 for four rows (Mezzadri 2007). Householder's reflections alone
   * prefer one direction.
   */
  @Test
  void recurrentWeightsPreferNoDirection() {
    int units = 4;
    int matrices = 3000;
    float[] values =
        Initializer.orthogonal().values(matrices * units, units, new SplittableRandom(1));
    double first = 0;
    double firstSquares = 0;
    double traces = 0;
    double traceSquares = 0;
    for (int matrix = 0; matrix < matrices; matrix++) {
      double trace = 0;
      for (int i = 0; i < units; i++) {
        trace += values[(matrix * units + i) * units + i];
      }
      double corner = values[matrix * units * units];
      first += corner / matrices;
      firstSquares += corner * corner / matrices;
      traces += trace / matrices;
      traceSquares += trace * trace / matrices;
    }
    assertThat(first).isWithin(0.05).of(0);
    assertThat(firstSquares).isWithin(0.02).of(0.25);
    assertThat(traces).isWithin(0.1).of(0);
    assertThat(traceSquares).isWithin(0.15).of(1);
  }

  @Test
  void anInterruptEndsTheMakingOfLargeWeights() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          CancellationException.class,
          () -> Initializer.orthogonal().values(512, 512, new SplittableRandom(1)));
      assertThat(Initializer.orthogonal().values(8, 8, new SplittableRandom(1))).hasLength(64);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void eachWeightIsToldOfBeforeItIsMade() {
    List<String> told = new ArrayList<>();
    LstmLayer lstm = new LstmLayer("lstm", 2, new int[] {3}, Direction.FORWARD, 0);
    new Model(lstm).newWeights(1, (name, shape) -> told.add(name + Arrays.toString(shape)));
    assertThat(told)
        .containsExactly(
            "lstm.weight_ih_l0[12, 2]",
            "lstm.weight_hh_l0[12, 3]",
            "lstm.bias_ih_l0[12]",
            "lstm.bias_hh_l0[12]")
        .inOrder();
  }

  @Test
  void inputWeightsAreUniformInTheBoundOfEachGate() {
    float[] values = Initializer.xavier(4).values(4 * 50, 30, new SplittableRandom(1));
    double bound = Math.sqrt(6.0 / (50 + 30));
    double squares = 0;
    for (float value : values) {
      assertThat(Math.abs(value)).isAtMost((float) bound);
      squares += value * value;
    }
    assertThat(squares / values.length).isWithin(0.05 * bound * bound).of(bound * bound / 3);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.4330", "30, 0.3162", "400, 0.1826"})
  void denseWeightsAreUniformInTheLargerOfTwoBounds(int outputs, double bound) {
    // √(6 / (30 + outputs)), but at least 1 / √30
    float[] values = Initializer.dense().values(outputs, 30, new SplittableRandom(1));
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isAtMost(bound + 1e-4);
    assertThat(largest).isAtLeast(0.9 * bound);
  }

  @Test
  void theForgetGateStartsOpenAndOtherBiasesAtZero() {
    LstmLayer lstm = new LstmLayer("lstm", 2, new int[] {2}, Direction.FORWARD, 0);
    Weights weights = new Model(lstm).newWeights(1, (name, shape) -> {});
    assertThat(values(weights, "lstm.bias_ih_l0"))
        .usingExactEquality()
        .containsExactly(0f, 0f, 1f, 1f, 0f, 0f, 0f, 0f)
        .inOrder();
    assertThat(values(weights, "lstm.bias_hh_l0"))
        .usingExactEquality()
        .containsExactly(new float[8])
        .inOrder();
  }

  @Test
  void paddingStartsAtZero() {
    Weights weights =
        new Model(new EmbeddingLayer("embedding", 4, 3)).newWeights(1, (name, shape) -> {});
    float[] values = values(weights, "embedding.weight");
    assertThat(Arrays.copyOf(values, 3)).usingExactEquality().containsExactly(0f, 0f, 0f);
    for (int i = 3; i < values.length; i++) {
      assertThat(values[i]).isNotWithin(0).of(0);
    }
  }

  @Test
  void oneSeedGivesTheSameWeightsAndALayerMoreLeavesTheOthers() {
    Weights weights = new Model(dense("a")).newWeights(5, (name, shape) -> {});
    assertThat(values(new Model(dense("a")).newWeights(5, (name, shape) -> {}), "a.weight"))
        .isEqualTo(values(weights, "a.weight"));
    Weights more = new Model(dense("b"), dense("a")).newWeights(5, (name, shape) -> {});
    assertThat(values(more, "a.weight")).isEqualTo(values(weights, "a.weight"));
    assertThat(values(more, "b.weight")).isNotEqualTo(values(weights, "a.weight"));
  }

  @Test
  void neighbouringSeedsShareNoNumbers() {
    float[] one = values(new Model(dense("a")).newWeights(1, (name, shape) -> {}), "a.weight");
    float[] two = values(new Model(dense("a")).newWeights(2, (name, shape) -> {}), "a.weight");
    for (float value : one) {
      assertThat(two).usingExactEquality().doesNotContain(value);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static DenseLayer dense(String name) {
    return new DenseLayer(name, 5, 4, Activation.NONE);
  }

  private static float[] values(Weights weights, String name) {
    Weights.Tensor tensor = weights.tensors().get(name);
    assertThat(tensor).isNotNull();
    return tensor == null ? new float[0] : tensor.values();
  }
}
