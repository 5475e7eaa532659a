package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.train.Gradients;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences of the equations in double. */
final class GradientCheck {
  private GradientCheck() {}

  /**
   * Gives a network random weights and compares the gradients of a loss with respect to each.
   *
   * @param reference the same loss, computed from weights
   */
  static void assertGradients(
      Network network,
      Function<Pass, NDArray> loss,
      ToDoubleFunction<Map<String, double[]>> reference) {
    try (NetworkHost host =
        NetworkHost.restore(
            network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.8, 17))) {
      Map<String, float[]> actual = Gradients.of(host, loss);
      Map<String, double[]> weights = ReferenceWeights.of(host.weights());
      assertThat(actual.keySet())
          .containsExactlyElementsIn(
              weights.keySet().stream().filter(name -> !name.contains(".running_")).toList());
      actual.forEach(
          (name, gradient) -> {
            double[] values = weights.getOrDefault(name, new double[0]);
            double[] expected = new double[values.length];
            double scale = 1e-2;
            for (int i = 0; i < values.length; i++) {
              expected[i] = centralDifference(values, i, () -> reference.applyAsDouble(weights));
              scale = Math.max(scale, Math.abs(expected[i]));
            }
            for (int i = 0; i < values.length; i++) {
              assertWithMessage(name + " at " + i)
                  .that((double) gradient[i])
                  .isWithin(1e-4 * scale)
                  .of(expected[i]);
            }
          });
    }
  }

  private static double centralDifference(double[] values, int i, DoubleSupplier function) {
    double step = 1e-5;
    double value = values[i];
    values[i] = value + step;
    double above = function.getAsDouble();
    values[i] = value - step;
    double below = function.getAsDouble();
    values[i] = value;
    return (above - below) / (2 * step);
  }
}
