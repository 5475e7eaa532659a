package dev.rondo.runtime.train.update;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The optimizers against the equations in PyTorch's documentation, in double over 20 steps. */
class UpdateRulesTest {
  private static final int SIZE = 6;
  private static final int STEPS = 20;

  private final Random random = new Random(9);
  private final NDManager manager = Torch.newManager(Device.cpu());
  private final double[] weights = new double[SIZE];
  private final double[] gradient = new double[SIZE];

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void adamEqualsItsEquations(double weightDecay) {
    assertAdam(new AdamRule(manager, weightDecay, false), weightDecay, false);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void adamWEqualsItsEquations(double weightDecay) {
    assertAdam(new AdamRule(manager, weightDecay, true), weightDecay, true);
  }

  private void assertAdam(UpdateRule rule, double decay, boolean decoupled) {
    double[] mean = new double[SIZE];
    double[] variance = new double[SIZE];
    assertSteps(
        rule,
        (step, rate) -> {
          for (int i = 0; i < SIZE; i++) {
            double g = gradient[i];
            if (decoupled) {
              weights[i] -= rate * decay * weights[i];
            } else {
              g += decay * weights[i];
            }
            mean[i] = 0.9 * mean[i] + 0.1 * g;
            variance[i] = 0.999 * variance[i] + 0.001 * g * g;
            double unbiasedMean = mean[i] / (1 - Math.pow(0.9, step));
            double unbiasedVariance = variance[i] / (1 - Math.pow(0.999, step));
            weights[i] -= rate * unbiasedMean / (Math.sqrt(unbiasedVariance) + 1e-8);
          }
        });
    assertState(rule, "w.exp_avg", mean);
    assertState(rule, "w.exp_avg_sq", variance);
    NDArray steps = rule.state().get("w.step");
    assertThat(steps == null ? null : steps.toFloatArray()).isEqualTo(new float[] {STEPS});
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.9, 0", "0, 0.1", "0.9, 0.1"})
  void sgdEqualsItsEquations(double momentum, double weightDecay) {
    SgdRule rule = new SgdRule(manager, momentum, weightDecay);
    double[] velocity = new double[SIZE];
    assertSteps(
        rule,
        (step, rate) -> {
          for (int i = 0; i < SIZE; i++) {
            velocity[i] = momentum * velocity[i] + gradient[i] + weightDecay * weights[i];
            weights[i] -= rate * velocity[i];
          }
        });
    if (momentum > 0) {
      assertState(rule, "w.momentum_buffer", velocity);
    } else {
      assertThat(rule.state()).isEmpty();
    }
  }

  /** Gradients below epsilon show where the bias of the variance is corrected. */
  @Test
  void tinyGradientsMoveWeightsAsInTheEquations() {
    AdamRule rule = new AdamRule(manager, 0, false);
    try (NDArray weight = manager.create(new float[] {0});
        NDArray tiny = manager.create(new float[] {1e-8f})) {
      rule.update(Map.of(parameter(weight), tiny), 0.5);
      assertThat((double) weight.getFloat(0)).isWithin(1e-6).of(-0.5 * 1e-8 / (1e-8 + 1e-8));
    }
  }

  private interface Equations {
    void step(int step, double learningRate);
  }

  private void assertSteps(UpdateRule rule, Equations equations) {
    for (int i = 0; i < SIZE; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    int arrays;
    try (NDArray weight = manager.create(floats(weights)).duplicate()) {
      Parameter parameter = parameter(weight);
      for (int step = 1; step <= STEPS; step++) {
        double rate = 0.02 / step;
        for (int i = 0; i < SIZE; i++) {
          gradient[i] = (float) random.nextGaussian();
        }
        try (NDManager scratch = manager.newSubManager()) {
          rule.update(Map.of(parameter, scratch.create(floats(gradient))), rate);
        }
        equations.step(step, rate);
        float[] actual = weight.toFloatArray();
        for (int i = 0; i < SIZE; i++) {
          assertWithMessage("weight %s after step %s", i, step)
              .that((double) actual[i])
              .isWithin(2e-6)
              .of(weights[i]);
        }
      }
      arrays = manager.getManagedArrays().size();
    }
    assertWithMessage("arrays: two copies of the weight and what the rule remembers")
        .that(arrays)
        .isEqualTo(2 + rule.state().size());
  }

  private static void assertState(UpdateRule rule, String name, double[] expected) {
    NDArray array = rule.state().get(name);
    assertThat(array).isNotNull();
    if (array != null) {
      assertThat(array.getShape().getShape()).isEqualTo(new long[] {SIZE});
      assertThat(array.toFloatArray())
          .usingTolerance(1e-5)
          .containsExactly(floats(expected))
          .inOrder();
    }
  }

  private static Parameter parameter(NDArray weight) {
    Parameter parameter = Parameter.builder().setName("w").setType(Parameter.Type.WEIGHT).build();
    parameter.setArray(weight);
    return parameter;
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
