package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.MaskSeeds;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.train.update.GradientMemory;
import dev.rondo.runtime.train.update.SgdRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Clipping of gradients by their global norm. */
class ClippingTest {
  private static final float[] FACTORS = {3, -1, 2};

  @Test
  void aLargeNormIsScaledToTheLimitAndTheDirectionStays() {
    Map<String, double[]> free = change(0);
    double norm = norm(free);
    assertThat(norm).isGreaterThan(2.0);

    Map<String, double[]> clipped = change(norm / 4);

    assertThat(norm(clipped)).isWithin(1e-4 * norm).of(norm / 4);
    free.forEach(
        (name, values) ->
            assertThat(clipped.get(name))
                .usingTolerance(1e-5 * norm)
                .containsExactly(scaled(values, 0.25))
                .inOrder());
  }

  @Test
  void aNormBelowTheLimitIsLeftAlone() {
    Map<String, double[]> free = change(0);
    Map<String, double[]> clipped = change(norm(free) * 1.01);
    free.forEach((name, values) -> assertThat(clipped.get(name)).isEqualTo(values));
  }

  @Test
  void aNormThatIsNoNumberEndsTheTraining() {
    TrainingException e =
        assertThrows(
            TrainingException.class,
            // the loss is 0; its gradient, 1 / 0 - 1 / 0, is no number
            () -> step(1, scores -> scores.sub(scores).sqrt().sum()));
    assertThat(e)
        .hasMessageThat()
        .startsWith("the norm of the gradients is NaN in epoch 1, batch 1");
    assertThat(e).hasMessageThat().contains("learning rate 1.0");
  }

  /** Returns by how much a step of plain gradient descent at rate 1 changes the weights. */
  private static Map<String, double[]> change(double limit) {
    return step(limit, scores -> scores.mul(scores.getManager().create(FACTORS)).sum());
  }

  private static Map<String, double[]> step(double limit, Function<NDArray, NDArray> loss) {
    TinyNetwork network = new TinyNetwork(5, 3, Activation.TANH);
    try (NetworkHost host =
        NetworkHost.restore(
            network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 1, 3))) {
      TrainingProgress progress =
          new TrainingProgress(TrainingOptions.builder().learningRate(1).build(), 1);
      progress.nextEpoch();
      progress.nextStep();
      Map<String, double[]> before = ReferenceWeights.of(host.weights());
      try (TrainingStep step =
          new TrainingStep(
              host.manager().newSubManager(),
              new GradientMemory(host.manager()),
              new SgdRule(host.manager(), 0, 0),
              progress,
              1,
              new MaskSeeds(1, 1))) {
        step.backward(loss.apply(network.scores(step, List.of(new int[] {1, 4, 2}))));
        step.clipGradients(limit);
        step.update();
      }
      Map<String, double[]> after = ReferenceWeights.of(host.weights());
      before.forEach(
          (name, values) -> {
            double[] changed = after.getOrDefault(name, values);
            for (int i = 0; i < values.length; i++) {
              values[i] -= changed[i];
            }
          });
      return before;
    }
  }

  private static double norm(Map<String, double[]> gradients) {
    double squares = 0;
    for (double[] values : gradients.values()) {
      for (double value : values) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }

  private static double[] scaled(double[] values, double factor) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }
}
