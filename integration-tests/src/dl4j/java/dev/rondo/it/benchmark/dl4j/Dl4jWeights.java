package dev.rondo.it.benchmark.dl4j;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.StartWeights;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.layer.Weights;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Brings {@link StartWeights} into the layout of Deeplearning4j: transposed, one bias, and of an
 * LSTM the gates in the order g, f, o, i.
 */
final class Dl4jWeights {
  private final Weights weights;
  private final int[] gates;
  private final BiConsumer<String, INDArray> target;

  /**
   * Creates a copier.
   *
   * @param target takes a weight and its name
   */
  Dl4jWeights(Workload workload, BiConsumer<String, INDArray> target) {
    weights = StartWeights.of(workload);
    gates = workload.cell() == Cell.LSTM ? new int[] {2, 1, 3, 0} : new int[] {0};
    this.target = target;
  }

  /** Copies the embedding into the layer whose weights begin so. */
  void copyEmbedding(String to) {
    target.accept(to + "W", matrix("embedding.weight"));
  }

  /** Copies a direction, {@code ""} or {@code "_reverse"}, into a recurrent layer. */
  void copyCell(String to, String direction) {
    target.accept(to + "W", ordered(matrix("recurrent.weight_ih_l0" + direction)));
    target.accept(to + "RW", ordered(matrix("recurrent.weight_hh_l0" + direction)));
    target.accept(
        to + "b",
        ordered(
            matrix("recurrent.bias_ih_l0" + direction)
                .add(matrix("recurrent.bias_hh_l0" + direction))));
  }

  /** Copies the dense layer. */
  void copyDense(String to) {
    target.accept(to + "W", matrix("dense.weight").transpose());
    target.accept(to + "b", matrix("dense.bias").transpose());
  }

  /** Returns a weight as it is; a vector as a column. */
  private INDArray matrix(String name) {
    Weights.Tensor tensor = Objects.requireNonNull(weights.tensors().get(name), name);
    return Nd4j.createFromArray(tensor.values()).reshape(tensor.shape()[0], -1);
  }

  /** Puts the gates, which stand below each other, side by side in the other order. */
  private INDArray ordered(INDArray rows) {
    long units = rows.rows() / gates.length;
    INDArray[] parts = new INDArray[gates.length];
    for (int gate = 0; gate < gates.length; gate++) {
      long from = gates[gate] * units;
      parts[gate] =
          rows.get(NDArrayIndex.interval(from, from + units), NDArrayIndex.all()).transpose();
    }
    return Nd4j.concat(1, parts);
  }
}
