package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.OrthogonalRows;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/**
 * The values a weight starts with. They come from a Java generator of the training's seed, not from
 * PyTorch's, whose state cannot be kept apart between threads.
 */
@FunctionalInterface
interface Initializer {
  /** The numbers of a matrix that takes long enough to make to be interrupted before it. */
  int LARGE = 512 * 512;

  /**
   * Returns the values of a weight, row by row.
   *
   * @param rows its first dimension; the size of a vector
   * @param columns the product of its other dimensions; 1 for a vector
   */
  float[] values(int rows, int columns, RandomGenerator random);

  /** All the same value. */
  static Initializer constant(float value) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      Arrays.fill(values, value);
      return values;
    };
  }

  /** Normally distributed around 0; the first row, which stands for padding, is 0. */
  static Initializer embedding(double deviation) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      for (int i = columns; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      return values;
    };
  }

  /**
   * Uniform in ±√(6 / (in + out)), for each of the gates stacked in the rows by itself (Glorot and
   * Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks").
   */
  static Initializer xavier(int gates) {
    return (rows, columns, random) -> uniform(rows, columns, glorot(rows / gates, columns), random);
  }

  /**
   * As {@link #xavier}, but at least uniform in ±1 / √in, which is what PyTorch's {@code Linear}
   * starts with: a layer with many more outputs than inputs would else send back next to no
   * gradient.
   */
  static Initializer dense() {
    return (rows, columns, random) ->
        uniform(rows, columns, Math.max(glorot(rows, columns), 1 / Math.sqrt(columns)), random);
  }

  /**
   * An orthogonal matrix for each of the square gates stacked in the rows (Saxe et al. 2014, <a
   * href="https://arxiv.org/abs/1312.6120">arXiv:1312.6120</a>), all of them equally likely:
   * normally distributed rows made orthogonal by the engine.
   */
  static Initializer orthogonal() {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      int size = Math.multiplyExact(columns, columns);
      for (int from = 0; from < values.length; from += size) {
        if (size >= LARGE && Thread.currentThread().isInterrupted()) {
          throw new CancellationException(
              "a weight of %s x %s was about to be made".formatted(rows, columns));
        }
        System.arraycopy(orthogonal(columns, random), 0, values, from, size);
      }
      return values;
    };
  }

  private static float[] orthogonal(int size, RandomGenerator random) {
    float[] rows = new float[size * size];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      NDArray matrix = manager.create(rows, new Shape(size, size));
      return OrthogonalRows.of(manager, matrix).toFloatArray();
    }
  }

  /** Zero but for one of four gates, which is {@code value}: the forget gate of an LSTM's bias. */
  static Initializer forgetGate(float value) {
    return (rows, columns, random) -> {
      float[] values = new float[Math.multiplyExact(rows, columns)];
      Arrays.fill(values, rows / 4, rows / 2, value);
      return values;
    };
  }

  private static double glorot(int rows, int columns) {
    return Math.sqrt(6.0 / (rows + columns));
  }

  private static float[] uniform(int rows, int columns, double bound, RandomGenerator random) {
    float[] values = new float[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
