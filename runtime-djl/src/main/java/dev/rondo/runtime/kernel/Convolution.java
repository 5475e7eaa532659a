package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Convolution over time, and the pooling behind it, of sequences that each end where they would
 * alone. The gradients are recorded if gradients are recorded on this thread.
 */
public final class Convolution {
  private Convolution() {}

  /**
   * Returns {@code y_t = b + Σ_k W_k x_(t·stride + k - ⌊(kernel - 1) / 2⌋)} at {@code ⌈time /
   * stride⌉} steps; beside a sequence there are zeros.
   *
   * @param values x, (batch, time, inputs); 0 behind the end of each sequence
   * @param weight W, (filters, inputs, kernel), as PyTorch's {@code Conv1d}
   * @param bias b, (filters)
   * @param stride at least 1
   * @return (batch, steps, filters) in the values' manager
   * @throws IllegalArgumentException if the shapes do not belong together or the stride is below 1
   */
  public static NDArray convolve(NDArray values, NDArray weight, NDArray bias, int stride) {
    Shapes.dimensions("values", values, 3);
    Shapes.dimensions("weight", weight, 3);
    long filters = weight.getShape().get(0);
    Shapes.require("weight", weight, filters, values.getShape().get(2), weight.getShape().get(2));
    Shapes.require("bias", bias, filters);
    return Kernels.of(values.getManager())
        .call("convolution", List.of(values, weight, bias), new double[] {atLeastOne(stride)}, null)
        .singletonOrThrow();
  }

  /**
   * Returns the maximum of each {@code pool} steps, and of those left over at the end.
   *
   * @param values (batch, time, features); far below all others behind the end of each sequence
   * @param pool at least 1
   * @return (batch, ⌈time / pool⌉, features) in the values' manager
   * @throws IllegalArgumentException if the values have other dimensions or the pool is below 1
   */
  public static NDArray maxPool(NDArray values, int pool) {
    Shapes.dimensions("values", values, 3);
    return Kernels.of(values.getManager())
        .call("max_pool", List.of(values), new double[] {atLeastOne(pool)}, null)
        .singletonOrThrow();
  }

  static int atLeastOne(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("a stride is " + steps + ", must be at least 1");
    }
    return steps;
  }
}
