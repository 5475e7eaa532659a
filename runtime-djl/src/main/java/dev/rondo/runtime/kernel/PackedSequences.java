package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Runs a recurrent stack over sequences of different lengths by PyTorch's packed operators, which
 * skip the padding.
 *
 * <p>For CUDA, where cuDNN computes them. On the CPU they are PyTorch's slow path: there padding
 * and reversing is faster.
 *
 * @param cell of all layers
 * @param layers how many
 * @param bidirectional whether each layer reads in both directions
 * @param dropout share of the values dropped between the layers in training, in [0, 1); drawn by
 *     PyTorch, from the state that all of the process share
 */
public record PackedSequences(Cell cell, int layers, boolean bidirectional, double dropout) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PackedSequences {
    if (layers < 1) {
      throw new IllegalArgumentException("layers is " + layers + ", must be at least 1");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is " + dropout + ", must be in [0, 1)");
    }
  }

  /**
   * What the stack gives; D is 2 if bidirectional, else 1.
   *
   * @param outputs of the highest layer at every step, (batch, time, D · units), 0 in the padding
   * @param state after each sequence's last real step (backward: its first): h and, of an LSTM, c,
   *     each (layers · D, batch, units)
   */
  public record Result(NDArray outputs, NDList state) {}

  /**
   * Runs the stack. The gradient is recorded if gradients are recorded on this thread; then the
   * arrays must belong to this thread alone.
   *
   * @param values (batch, time, inputs); owns the results through its manager
   * @param lengths real steps of each sequence, 1 to time
   * @param state before the first step, h and, of an LSTM, c, each (layers · D, batch, units);
   *     empty for zeros
   * @param weights for each layer and direction, forward first, {@link CellWeights}
   * @param training whether dropout is on
   * @throws IllegalArgumentException if shapes or lengths do not belong together
   */
  public Result run(
      NDArray values, int[] lengths, NDList state, List<CellWeights> weights, boolean training) {
    Shapes.dimensions("values", values, 3);
    Shape shape = values.getShape();
    checkLengths(lengths, shape.get(0), shape.get(1));
    int units = checkWeights(weights, shape.get(2));
    Shape stateShape = new Shape((long) layers * directions(), shape.get(0), units);
    for (NDArray array : state) {
      Shapes.require("state", array, stateShape.getShape());
    }
    if (!state.isEmpty() && state.size() != cell.states()) {
      throw new IllegalArgumentException(
          "a state of " + state.size() + " arrays, expected " + cell.states());
    }
    NDManager manager = values.getManager();
    NDArray h = state.isEmpty() ? manager.zeros(stateShape) : state.get(0);
    NDArray c = state.size() < 2 ? h : state.get(1);
    List<NDArray> arrays = new ArrayList<>();
    weights.forEach(layer -> arrays.addAll(layer.arrays()));
    NDList results =
        Kernels.of(manager)
            .call("packed", List.of(values, h, c), options(lengths, training), arrays);
    return new Result(results.get(0), results.subNDList(1, 1 + cell.states()));
  }

  private double[] options(int[] lengths, boolean training) {
    DoubleStream settings =
        DoubleStream.of(cell.code(), layers, dropout, training ? 1 : 0, directions() - 1);
    return DoubleStream.concat(settings, Arrays.stream(lengths).asDoubleStream()).toArray();
  }

  private int directions() {
    return bidirectional ? 2 : 1;
  }

  private static void checkLengths(int[] lengths, long batch, long time) {
    if (lengths.length != batch) {
      throw new IllegalArgumentException(lengths.length + " lengths for " + batch + " sequences");
    }
    for (int length : lengths) {
      if (length < 1 || length > time) {
        throw new IllegalArgumentException(
            "a sequence has " + length + " steps, must be 1 to " + time);
      }
    }
  }

  private int checkWeights(List<CellWeights> weights, long features) {
    if (weights.size() != layers * directions()) {
      throw new IllegalArgumentException(
          weights.size() + " sets of weights, expected " + layers * directions());
    }
    int units = weights.get(0).units();
    for (int i = 0; i < weights.size(); i++) {
      CellWeights layer = weights.get(i);
      long inputs = i < directions() ? features : (long) units * directions();
      if (layer.cell() != cell || layer.units() != units || layer.inputs() != inputs) {
        throw new IllegalArgumentException(
            "weights "
                + i
                + " are of "
                + layer.cell()
                + " "
                + layer.inputs()
                + " to "
                + layer.units()
                + ", expected "
                + cell
                + " "
                + inputs
                + " to "
                + units);
      }
    }
    return units;
  }
}
