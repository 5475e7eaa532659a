package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs one recurrent layer in one direction step by step, for what PyTorch's fused operators do not
 * know: peepholes, and recurrent dropout. Only the recurrence itself is in the loop.
 *
 * @param weights of the layer
 * @param peephole p (3 · units) of the gates i, f, o of an LSTM (Gers and Schmidhuber 2000); none
 *     for gates that do not see the cell
 * @param mask (batch, units), by which h is multiplied before it is fed back, the same at each step
 *     (Gal and Ghahramani 2016); none for no dropout
 */
public record RecurrentLoop(
    CellWeights weights, Optional<NDArray> peephole, Optional<NDArray> mask) {
  /**
   * Checks the shape of the peepholes.
   *
   * @throws IllegalArgumentException if they do not belong to the weights
   */
  public RecurrentLoop {
    if (peephole.isPresent()) {
      if (weights.cell() != Cell.LSTM) {
        throw new IllegalArgumentException("only an LSTM has peepholes, not " + weights.cell());
      }
      Shapes.require("peephole", peephole.get(), 3L * weights.units());
    }
  }

  /**
   * What the layer gives.
   *
   * @param outputs h at each step, (batch, time, units)
   * @param state after the last step: h and, of an LSTM, c, each (batch, units)
   */
  public record Result(NDArray outputs, NDList state) {}

  /**
   * Runs the layer. The gradient is recorded if gradients are recorded on this thread; then the
   * arrays must belong to this thread alone.
   *
   * @param values (batch, time, inputs); owns the results through its manager
   * @param state before the first step: h and, of an LSTM, c, each (batch, units); empty for zeros
   * @throws IllegalArgumentException if shapes do not belong together
   */
  public Result run(NDArray values, NDList state) {
    Shapes.dimensions("values", values, 3);
    Shape shape = values.getShape();
    Shapes.require("values", values, shape.get(0), shape.get(1), weights.inputs());
    long[] stateShape = {shape.get(0), weights.units()};
    mask.ifPresent(array -> Shapes.require("mask", array, stateShape));
    for (NDArray array : state) {
      Shapes.require("state", array, stateShape);
    }
    Cell cell = weights.cell();
    if (!state.isEmpty() && state.size() != cell.states()) {
      throw new IllegalArgumentException(
          "a state of " + state.size() + " arrays, expected " + cell.states());
    }
    NDManager manager = values.getManager();
    NDArray h = state.isEmpty() ? manager.zeros(new Shape(stateShape)) : state.get(0);
    NDArray c = state.size() < 2 ? manager.zeros(new Shape(stateShape)) : state.get(1);
    List<NDArray> arrays = new ArrayList<>(weights.arrays());
    peephole.ifPresent(arrays::add);
    mask.ifPresent(arrays::add);
    double[] options = {cell.code(), peephole.isPresent() ? 1 : 0, mask.isPresent() ? 1 : 0};
    NDList results = Kernels.of(manager).call("loop", List.of(values, h, c), options, arrays);
    return new Result(results.get(0), results.subNDList(1, 1 + cell.states()));
  }
}
