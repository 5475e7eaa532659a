package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What dropout multiplies by (Srivastava et al. 2014, "Dropout: a simple way to prevent neural
 * networks from overfitting"), drawn by a generator that is made for one mask: whatever else draws
 * in the process changes nothing here, and is not changed.
 */
public final class DropoutMask {
  private DropoutMask() {}

  /**
   * Draws a mask.
   *
   * @param like an array of the device where the mask is to be; the mask belongs to its manager
   * @param rate how probable 0 is, in [0, 1); the other values are 1 / (1 - rate)
   * @param seed the same seed gives the same mask; 32 bits, because PyTorch's generator reads no
   *     more
   */
  public static NDArray draw(NDArray like, Shape shape, double rate, int seed) {
    DoubleStream options =
        DoubleStream.concat(
            DoubleStream.of(rate, (double) Integer.toUnsignedLong(seed)),
            LongStream.of(shape.getShape()).asDoubleStream());
    return Kernels.of(like.getManager())
        .call("mask", List.of(like), options.toArray(), null)
        .singletonOrThrow();
  }
}
