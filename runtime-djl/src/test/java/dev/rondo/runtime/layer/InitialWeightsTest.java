package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What weights start with; needs no engine. */
class InitialWeightsTest {
  @Test
  void recurrentWeightsOfEachGateAreOrthogonal() {
    int units = 7;
    float[] values = Initializer.orthogonal().values(3 * units, units, new SplittableRandom(1));
    for (int gate = 0; gate < 3; gate++) {
      for (int a = 0; a < units; a++) {
        for (int b = 0; b < units; b++) {
          double dot = 0;
          for (int i = 0; i < units; i++) {
            dot += values[(gate * units + a) * units + i] * values[(gate * units + b) * units + i];
          }
          assertWithMessage("rows %s and %s of gate %s", a, b, gate)
              .that(dot)
              .isWithin(1e-6)
              .of(a == b ? 1 : 0);
        }
      }
    }
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
    Weights weights = new Model(lstm).newWeights(1);
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
    Weights weights = new Model(new EmbeddingLayer("embedding", 4, 3)).newWeights(1);
    float[] values = values(weights, "embedding.weight");
    assertThat(Arrays.copyOf(values, 3)).usingExactEquality().containsExactly(0f, 0f, 0f);
    for (int i = 3; i < values.length; i++) {
      assertThat(values[i]).isNotWithin(0).of(0);
    }
  }

  @Test
  void oneSeedGivesTheSameWeightsAndALayerMoreLeavesTheOthers() {
    Weights weights = new Model(dense("a")).newWeights(5);
    assertThat(values(new Model(dense("a")).newWeights(5), "a.weight"))
        .isEqualTo(values(weights, "a.weight"));
    Weights more = new Model(dense("b"), dense("a")).newWeights(5);
    assertThat(values(more, "a.weight")).isEqualTo(values(weights, "a.weight"));
    assertThat(values(more, "b.weight")).isNotEqualTo(values(weights, "a.weight"));
  }

  @Test
  void neighbouringSeedsShareNoNumbers() {
    float[] one = values(new Model(dense("a")).newWeights(1), "a.weight");
    float[] two = values(new Model(dense("a")).newWeights(2), "a.weight");
    for (float value : one) {
      assertThat(two).usingExactEquality().doesNotContain(value);
    }
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
