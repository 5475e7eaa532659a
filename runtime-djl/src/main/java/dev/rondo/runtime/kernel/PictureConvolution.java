package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Convolution over pictures, and the pooling behind it. The gradients are recorded if gradients are
 * recorded on this thread.
 */
public final class PictureConvolution {
  private PictureConvolution() {}

  /**
   * Returns {@code y_ij = b + Σ_kl W_kl x_(i·stride + k - ⌊(kernel - 1) / 2⌋, j·stride + l -
   * ⌊(kernel - 1) / 2⌋)} at {@code ⌈height / stride⌉ × ⌈width / stride⌉} places; around a picture
   * there are zeros.
   *
   * @param pictures x, (pictures, channels, height, width)
   * @param weight W, (filters, channels, kernel, kernel), as PyTorch's {@code Conv2d}
   * @param bias b, (filters)
   * @param stride at least 1
   * @return (pictures, filters, rows, columns) in the pictures' manager
   * @throws IllegalArgumentException if the shapes do not belong together or the stride is below 1
   */
  public static NDArray convolve(NDArray pictures, NDArray weight, NDArray bias, int stride) {
    Shapes.dimensions("pictures", pictures, 4);
    Shapes.dimensions("weight", weight, 4);
    long filters = weight.getShape().get(0);
    long kernel = weight.getShape().get(2);
    Shapes.require("weight", weight, filters, pictures.getShape().get(1), kernel, kernel);
    Shapes.require("bias", bias, filters);
    return Kernels.of(pictures.getManager())
        .call(
            "picture_convolution",
            List.of(pictures, weight, bias),
            new double[] {Convolution.atLeastOne(stride)},
            null)
        .singletonOrThrow();
  }

  /**
   * Returns the maximum of each {@code pool × pool} places, and of those left over at the right and
   * at the bottom.
   *
   * @param pictures (pictures, channels, height, width)
   * @param pool at least 1
   * @return (pictures, channels, ⌈height / pool⌉, ⌈width / pool⌉) in the pictures' manager
   * @throws IllegalArgumentException if there are other dimensions or the pool is below 1
   */
  public static NDArray maxPool(NDArray pictures, int pool) {
    Shapes.dimensions("pictures", pictures, 4);
    return Kernels.of(pictures.getManager())
        .call("picture_pool", List.of(pictures), new double[] {Convolution.atLeastOne(pool)}, null)
        .singletonOrThrow();
  }
}
