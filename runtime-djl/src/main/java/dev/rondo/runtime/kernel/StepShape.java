package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * The sizes of a layer that is stepped.
 *
 * @param inputs features that come in
 * @param units features that go out
 */
record StepShape(Cell cell, int inputs, int units) {
  static StepShape of(CellWeights weights) {
    return new StepShape(weights.cell(), weights.inputs(), weights.units());
  }

  /** Returns the numbers in its state. */
  int stateSize() {
    return cell.states() * units;
  }

  /**
   * Returns the arrays that a step of it is computed in, as {@code kernels.py} wants them.
   *
   * @param values what the port holds, in which input and state are views
   * @param x where the input begins there, behind which h stands
   * @param h where h begins
   * @param c where c begins, of an LSTM
   * @param manager of the arrays
   */
  List<NDArray> arrays(NDArray values, int x, int h, int c, NDManager manager) {
    NDArray input = StepPort.part(values, x, inputs);
    NDArray joined = StepPort.part(values, x, inputs + units);
    NDArray hidden = StepPort.part(values, h, units);
    NDArray sums = manager.zeros(new Shape((long) cell.gates() * units));
    return switch (cell) {
      case LSTM ->
          List.of(
              joined,
              hidden,
              StepPort.part(values, c, units),
              sums,
              StepPort.part(sums, 0, 3 * units),
              StepPort.part(sums, 0, units),
              StepPort.part(sums, units, units),
              StepPort.part(sums, 2 * units, units),
              StepPort.part(sums, 3 * units, units));
      case GRU -> {
        NDArray hiddenSums = manager.zeros(new Shape(3L * units));
        yield List.of(
            input,
            hidden,
            sums,
            hiddenSums,
            StepPort.part(sums, 0, 2 * units),
            StepPort.part(sums, 2 * units, units),
            StepPort.part(hiddenSums, 0, 2 * units),
            StepPort.part(hiddenSums, 2 * units, units));
      }
      case TANH, RELU -> List.of(joined, hidden, sums);
    };
  }
}
