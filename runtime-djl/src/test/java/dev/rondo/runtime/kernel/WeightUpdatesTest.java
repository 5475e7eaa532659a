package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arrays of many sizes; the equations over many steps are tested with the update rules. */
class WeightUpdatesTest {
  private static final Shape[] SHAPES = {
    new Shape(), new Shape(1), new Shape(17), new Shape(3, 5), new Shape(331, 307)
  };

  private final NDManager manager = Torch.newManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void clippingScalesByTheNormOverAllArrays() {
    List<NDArray> gradients = gaussian(1);
    List<float[]> before = values(gradients);
    double squares = 0;
    for (float[] values : before) {
      for (float value : values) {
        squares += (double) value * value;
      }
    }
    double norm = Math.sqrt(squares);

    assertThat(WeightUpdates.clip(gradients, 3)).isWithin(1e-5 * norm).of(norm);

    List<float[]> after = values(gradients);
    for (int a = 0; a < after.size(); a++) {
      for (int i = 0; i < after.get(a).length; i++) {
        double expected = before.get(a)[i] * 3 / (norm + 1e-6);
        assertWithMessage("array %s at %s", a, i)
            .that((double) after.get(a)[i])
            .isWithin(1e-7)
            .of(expected);
      }
    }
  }

  @Test
  void gradientsBelowTheLimitStayBitEqual() {
    List<NDArray> gradients = gaussian(1);
    List<float[]> before = values(gradients);
    double norm = WeightUpdates.clip(gradients, 1e9);
    assertThat(norm).isGreaterThan(100.0);
    assertBitEqual(values(gradients), before);
    assertThat(WeightUpdates.clip(List.of(), 1)).isEqualTo(0.0);
  }

  @Test
  void largeArraysGetTheAdamOfTheEquations() {
    List<NDArray> weights = gaussian(1);
    List<NDArray> gradients = gaussian(2);
    List<float[]> before = values(weights);
    adam(weights, gradients, zeros(), zeros(), counts());
    List<float[]> after = values(weights);
    List<float[]> g = values(gradients);
    for (int a = 0; a < after.size(); a++) {
      for (int i = 0; i < after.get(a).length; i++) {
        // in the first step mean / sqrt(variance), bias corrected, is the gradient's sign
        double gradient = g.get(a)[i] + 0.1 * before.get(a)[i];
        double expected = before.get(a)[i] - 0.01 * gradient / (Math.abs(gradient) + 1e-8);
        assertWithMessage("array %s at %s", a, i)
            .that((double) after.get(a)[i])
            .isWithin(1e-5)
            .of(expected);
      }
    }
  }

  @Test
  void sameStepsGiveBitEqualWeights() {
    assertBitEqual(threeSteps(), threeSteps());
  }

  private List<float[]> threeSteps() {
    List<NDArray> weights = gaussian(1);
    List<NDArray> means = zeros();
    List<NDArray> variances = zeros();
    List<NDArray> velocities = zeros();
    List<NDArray> counts = counts();
    for (int step = 0; step < 3; step++) {
      List<NDArray> gradients = gaussian(10 + step);
      WeightUpdates.clip(gradients, 2);
      adam(weights, gradients, means, variances, counts);
      WeightUpdates.sgd(
          new WeightUpdates.SgdSettings(0.1, 0.9, 0.01), weights, gradients, velocities);
    }
    List<float[]> all = values(weights);
    all.addAll(values(means));
    all.addAll(values(variances));
    all.addAll(values(velocities));
    return all;
  }

  private static void adam(
      List<NDArray> weights,
      List<NDArray> gradients,
      List<NDArray> means,
      List<NDArray> variances,
      List<NDArray> counts) {
    WeightUpdates.adam(
        new WeightUpdates.AdamSettings(0.01, 0.9, 0.999, 1e-8, 0.1, false),
        weights,
        gradients,
        means,
        variances,
        counts);
  }

  @Test
  void copyingChangesTheMemoryThatOthersShare() {
    List<NDArray> targets = gaussian(1);
    List<NDArray> sources = gaussian(2);
    List<NDArray> shared = targets.stream().map(NDArray::stopGradient).toList();
    WeightUpdates.copy(targets, sources);
    assertBitEqual(values(targets), values(sources));
    assertBitEqual(values(shared), values(sources));
    sources.get(4).muli(2);
    assertThat(targets.get(4).toFloatArray()).isNotEqualTo(sources.get(4).toFloatArray());
    WeightUpdates.copy(List.of(), List.of());
  }

  @Test
  void listsThatDoNotGoTogetherAreRefused() {
    List<NDArray> weights = gaussian(1);
    assertThat(refused(() -> WeightUpdates.copy(weights, weights.subList(0, 4))))
        .isEqualTo("4 arrays of source for 5");
    NDArray row = manager.zeros(new Shape(1, 5));
    // copy_ alone would repeat the row
    assertThat(refused(() -> WeightUpdates.copy(weights.subList(3, 4), List.of(row))))
        .isEqualTo("source 0 has shape (1, 5), expected (3, 5)");
    assertThat(refused(() -> adam(weights, weights, zeros(), zeros(), zeros().subList(0, 1))))
        .isEqualTo("1 counts for 5 weights");
    WeightUpdates.SgdSettings momentum = new WeightUpdates.SgdSettings(1, 0.9, 0);
    assertThat(refused(() -> WeightUpdates.sgd(momentum, weights, weights, List.of())))
        .isEqualTo("0 arrays of velocity for 5");
    assertThat(refused(() -> WeightUpdates.clip(weights, 0)))
        .isEqualTo("limit is 0.0, must be above 0");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private List<NDArray> gaussian(long seed) {
    Random random = new Random(seed);
    List<NDArray> arrays = new ArrayList<>();
    for (Shape shape : SHAPES) {
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      arrays.add(manager.create(values, shape).duplicate());
    }
    return arrays;
  }

  private List<NDArray> zeros() {
    List<NDArray> arrays = new ArrayList<>();
    for (Shape shape : SHAPES) {
      arrays.add(manager.zeros(shape));
    }
    return arrays;
  }

  private List<NDArray> counts() {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < SHAPES.length; i++) {
      arrays.add(manager.zeros(new Shape()));
    }
    return arrays;
  }

  private static List<float[]> values(List<NDArray> arrays) {
    List<float[]> values = new ArrayList<>();
    arrays.forEach(array -> values.add(array.toFloatArray()));
    return values;
  }

  private static void assertBitEqual(List<float[]> actual, List<float[]> expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i));
    }
  }
}
