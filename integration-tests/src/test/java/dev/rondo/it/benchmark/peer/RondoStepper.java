package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.JordanLoop;
import dev.rondo.runtime.kernel.ValueSteps;
import java.util.List;

/** Rondo's kernel for single steps, as a session calls it. */
final class RondoStepper implements Stepper {
  private final NDManager manager = Torch.newManager(Device.cpu());
  private final ValueSteps steps;
  private final float[] state;

  RondoStepper(Workload workload) {
    NativeWeights weights = NativeWeights.of(manager, StartWeights.of(workload));
    List<NDArray> layer = weights.recurrent();
    dev.rondo.runtime.kernel.Cell cell =
        switch (workload.cell()) {
          case LSTM -> dev.rondo.runtime.kernel.Cell.LSTM;
          case GRU -> dev.rondo.runtime.kernel.Cell.GRU;
          case RNN -> dev.rondo.runtime.kernel.Cell.TANH;
        };
    steps =
        ValueSteps.of(
            manager,
            List.of(new CellWeights(cell, layer.get(0), layer.get(1), layer.get(2), layer.get(3))),
            List.of(
                new JordanLoop.Dense(
                    weights.get("dense.weight"), weights.get("dense.bias"), Activation.NONE)));
    state = new float[steps.stateSize()];
  }

  @Override
  public float[] next(float[] input) {
    return steps.step(input, state);
  }

  @Override
  public void close() {
    steps.close();
    manager.close();
  }
}
