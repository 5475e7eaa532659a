package dev.rondo.runtime.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of a network as plain float32 arrays, by their PyTorch names such as {@code
 * lstm.weight_ih_l0}, in the network's order. Knows no engine.
 */
public final class Weights {
  private final Map<String, Tensor> tensors;

  /** Keeps the order of the map. */
  public Weights(Map<String, Tensor> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** Returns the weights by name, in the network's order; unmodifiable. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /** Returns whether there are weights of exactly these names and shapes. */
  public boolean hasShapes(Map<String, long[]> shapes) {
    return shapes.keySet().equals(tensors.keySet())
        && tensors.entrySet().stream()
            .allMatch(
                weight -> Arrays.equals(weight.getValue().shape(), shapes.get(weight.getKey())));
  }

  /** Returns a digest of all names, shapes and values, 64 hexadecimal digits. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
      tensors.forEach(
          (name, tensor) -> {
            String head = name + Arrays.toString(tensor.shape());
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            for (float value : tensor.values()) {
              buffer.putInt(Float.floatToRawIntBits(value));
              if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
              }
            }
            digest.update(buffer.flip());
            buffer.clear();
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One weight. Holds the arrays it is given: weights are large, so nothing is copied. */
  public static final class Tensor {
    private final long[] shape;
    private final float[] values;

    /**
     * Creates a weight.
     *
     * @param shape its dimensions
     * @param values its values, row by row
     * @throws IllegalArgumentException if the shape does not hold exactly these values
     */
    public Tensor(long[] shape, float[] values) {
      if (size(shape) != values.length) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
      }
      this.shape = shape;
      this.values = values;
    }

    /** Returns -1 for what is no shape. */
    private static long size(long[] shape) {
      long size = 1;
      for (long dimension : shape) {
        if (dimension < 0) {
          return -1;
        }
        try {
          size = Math.multiplyExact(size, dimension);
        } catch (ArithmeticException e) {
          return -1;
        }
      }
      return size;
    }

    /** Returns the dimensions. */
    public long[] shape() {
      return shape;
    }

    /** Returns the values, row by row. */
    public float[] values() {
      return values;
    }
  }
}
