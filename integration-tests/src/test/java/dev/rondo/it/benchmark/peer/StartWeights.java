package dev.rondo.it.benchmark.peer;

import dev.rondo.runtime.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The weights that every peer starts with, by their PyTorch names. They are made in plain Java, so
 * that a peer without PyTorch does not start it.
 */
public final class StartWeights {
  private StartWeights() {}

  /** Returns the weights of a workload; the same in each process. */
  public static Weights of(Workload workload) {
    Size size = workload.size();
    Random random = new Random(7);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    put(tensors, "embedding.weight", random, Workload.VOCABULARY, size.inputs());
    putCell(tensors, "", random, workload);
    if (workload.bidirectional()) {
      putCell(tensors, "_reverse", random, workload);
    }
    put(tensors, "dense.weight", random, Workload.CLASSES, workload.stateSize());
    put(tensors, "dense.bias", random, Workload.CLASSES);
    return new Weights(tensors);
  }

  private static void putCell(
      Map<String, Weights.Tensor> tensors, String direction, Random random, Workload workload) {
    Size size = workload.size();
    int rows = workload.cell().gates() * size.units();
    put(tensors, "recurrent.weight_ih_l0" + direction, random, rows, size.inputs());
    put(tensors, "recurrent.weight_hh_l0" + direction, random, rows, size.units());
    put(tensors, "recurrent.bias_ih_l0" + direction, random, rows);
    put(tensors, "recurrent.bias_hh_l0" + direction, random, rows);
  }

  private static void put(
      Map<String, Weights.Tensor> tensors, String name, Random random, long... shape) {
    long count = 1;
    for (long dimension : shape) {
      count *= dimension;
    }
    double bound = 1 / Math.sqrt((double) shape[shape.length - 1]);
    float[] values = new float[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    tensors.put(name, new Weights.Tensor(shape, values));
  }
}
