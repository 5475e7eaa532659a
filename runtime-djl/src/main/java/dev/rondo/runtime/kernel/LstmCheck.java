package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.cell.JavaCell;
import dev.rondo.runtime.cell.JavaSteps;
import dev.rondo.runtime.plan.Operator.Recurrence;
import java.util.List;

/**
 * A layer of random weights, by which an operator is compared with {@link JavaSteps}.
 *
 * @param batch rows
 * @param steps of each row
 * @param inputs features of a step
 * @param units hidden units
 */
record LstmCheck(int batch, int steps, int inputs, int units) {
  private static final int GATES = 4;

  /** Computes layers as {@link LstmOperator#run} does. */
  interface Layers {
    /** Returns the outputs, and h and c after the last step. */
    NDList of(NDArray values, NDList state, NDList weights, int layers, boolean training);
  }

  /** Returns the largest difference of an output; NaN if there is one. */
  double error(Layers operator, NDManager manager) {
    float[] values = numbers(batch * steps * inputs, 1);
    float[] inputWeight = numbers(GATES * units * inputs, 2);
    float[] hiddenWeight = numbers(GATES * units * units, 3);
    float[] inputBias = numbers(GATES * units, 4);
    float[] hiddenBias = numbers(GATES * units, 5);
    Shape state = new Shape(1, batch, units);
    float[] found =
        operator
            .of(
                manager.create(values, new Shape(batch, steps, inputs)),
                new NDList(manager.zeros(state), manager.zeros(state)),
                new NDList(
                    manager.create(inputWeight, new Shape((long) GATES * units, inputs)),
                    manager.create(hiddenWeight, new Shape((long) GATES * units, units)),
                    manager.create(inputBias),
                    manager.create(hiddenBias)),
                1,
                false)
            .get(0)
            .toFloatArray();
    JavaCell cell =
        new JavaCell(
            Recurrence.LSTM,
            inputWeight,
            hiddenWeight,
            inputBias,
            hiddenBias,
            new float[units],
            new float[units]);
    double largest = 0;
    try (JavaSteps java = JavaSteps.of(List.of(cell), List.of())) {
      for (int row = 0; row < batch; row++) {
        float[] carried = java.initialState();
        for (int step = row * steps; step < (row + 1) * steps; step++) {
          float[] expected = java.steps(values, new int[] {step}, carried);
          for (int unit = 0; unit < units; unit++) {
            largest =
                Math.max(largest, Math.abs(found[step * units + unit] - (double) expected[unit]));
          }
        }
      }
    }
    return largest;
  }

  /** Returns numbers within ±0.5 without a pattern; any will do, but the same at each start. */
  private static float[] numbers(int size, int seed) {
    float[] numbers = new float[size];
    double last = 0.1 * seed;
    for (int i = 0; i < size; i++) {
      last = (last * 997 + 0.123456789) % 1;
      numbers[i] = (float) (last - 0.5);
    }
    return numbers;
  }
}
