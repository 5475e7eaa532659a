package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/** Batch normalization, by the batch itself or by what is given. */
public final class BatchNormalization {
  private BatchNormalization() {}

  /**
   * What a batch is brought to, and by what.
   *
   * @param values the shape of the batch
   * @param mean over it, (features)
   * @param variance over it, with n - 1, (features)
   */
  public record Normalized(NDArray values, NDArray mean, NDArray variance) {}

  /**
   * Returns {@code (x - mean(x)) / √(var(x) + epsilon) ∘ weight + bias}; the gradients are recorded
   * if gradients are recorded on this thread, but for those of mean and variance.
   *
   * @param values x, (n, features) or (n, features, places), over all but the features of which are
   *     mean and variance, at least two numbers each
   * @param weight (features)
   * @param bias (features)
   * @throws IllegalArgumentException if the shapes do not belong together
   */
  public static Normalized ofBatch(NDArray values, NDArray weight, NDArray bias, double epsilon) {
    check(values, weight, bias);
    NDList results =
        Kernels.of(values.getManager())
            .call("normalize_batch", List.of(values, weight, bias), new double[] {epsilon}, null);
    return new Normalized(results.get(0), results.get(1), results.get(2));
  }

  /**
   * Returns {@code (x - mean) / √(variance + epsilon) ∘ weight + bias}; the gradients are recorded
   * if gradients are recorded on this thread.
   *
   * @param values x, (n, features) or (n, features, places)
   * @param mean (features), as all that follow
   * @throws IllegalArgumentException if the shapes do not belong together
   */
  public static NDArray by(
      NDArray values,
      NDArray mean,
      NDArray variance,
      NDArray weight,
      NDArray bias,
      double epsilon) {
    check(values, weight, bias);
    check(values, mean, variance);
    return Kernels.of(values.getManager())
        .call(
            "normalize_by",
            List.of(values, mean, variance, weight, bias),
            new double[] {epsilon},
            null)
        .singletonOrThrow();
  }

  private static void check(NDArray values, NDArray one, NDArray other) {
    long features = values.getShape().get(1);
    Shapes.require("weight", one, features);
    Shapes.require("bias", other, features);
  }
}
