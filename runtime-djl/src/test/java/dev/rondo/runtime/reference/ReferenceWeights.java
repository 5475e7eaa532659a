package dev.rondo.runtime.reference;

import dev.rondo.runtime.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Weights by name, in double, and random ones to test with. */
public final class ReferenceWeights {
  private ReferenceWeights() {}

  /** Copies weights. */
  public static Map<String, double[]> of(Weights weights) {
    Map<String, double[]> result = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              double[] values = new double[tensor.values().length];
              for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i];
              }
              result.put(name, values);
            });
    return result;
  }

  /** Returns uniform weights in ±bound of these shapes, biases among them. */
  public static Weights random(Map<String, long[]> shapes, double bound, long seed) {
    Random random = new Random(seed);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          int size = 1;
          for (long dimension : shape) {
            size = Math.multiplyExact(size, Math.toIntExact(dimension));
          }
          float[] values = new float[size];
          for (int i = 0; i < size; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
          }
          tensors.put(name, new Weights.Tensor(shape, values));
        });
    return new Weights(tensors);
  }

  static double[] get(Map<String, double[]> weights, String name) {
    double[] values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no weight " + name + " among " + weights.keySet());
    }
    return values;
  }
}
