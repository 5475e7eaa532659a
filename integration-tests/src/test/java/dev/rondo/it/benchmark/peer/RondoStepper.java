package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.StepStack;
import dev.rondo.runtime.kernel.StepState;
import java.util.List;

/** Rondo's kernel for single steps. */
final class RondoStepper implements Stepper {
  private final NDManager manager = Torch.newManager(Device.cpu());
  private final StepStack stack;
  private final Shape inputShape;
  private StepState state;

  RondoStepper(Workload workload) {
    NativeWeights weights = NativeWeights.of(manager, StartWeights.of(workload));
    List<NDArray> layer = weights.recurrent();
    dev.rondo.runtime.kernel.Cell cell =
        switch (workload.cell()) {
          case LSTM -> dev.rondo.runtime.kernel.Cell.LSTM;
          case GRU -> dev.rondo.runtime.kernel.Cell.GRU;
          case RNN -> dev.rondo.runtime.kernel.Cell.TANH;
        };
    stack =
        StepStack.of(
            manager,
            List.of(new CellWeights(cell, layer.get(0), layer.get(1), layer.get(2), layer.get(3))),
            weights.get("dense.weight"),
            weights.get("dense.bias"));
    inputShape = new Shape(1, workload.size().inputs());
    state = stack.zeroState(1);
  }

  @Override
  public float[] next(float[] input) {
    try (NDManager scratch = manager.newSubManager()) {
      StepStack.Step step = stack.step(scratch, scratch.create(input, inputShape), state);
      state.close();
      state = step.state();
      return step.output().toFloatArray();
    }
  }

  @Override
  public void close() {
    state.close();
    stack.close();
    manager.close();
  }
}
