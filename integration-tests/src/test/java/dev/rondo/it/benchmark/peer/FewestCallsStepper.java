package dev.rondo.it.benchmark.peer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** DJL's fused LSTM over a sequence of one step, with the state of the call before. */
final class FewestCallsStepper implements Stepper {
  private final NDManager manager;
  private final NativeWeights weights;
  private final NDList recurrent;
  private final Shape inputShape;
  private NDList state;

  FewestCallsStepper(Workload workload) {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    weights = NativeWeights.of(manager, StartWeights.of(workload));
    recurrent = new NDList(weights.recurrent());
    inputShape = new Shape(1, 1, workload.size().inputs());
    Shape stateShape = new Shape(1, 1, workload.size().units());
    state = new NDList(manager.zeros(stateShape), manager.zeros(stateShape));
  }

  @Override
  public float[] next(float[] input) {
    boolean recording = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray step = scratch.create(input, inputShape);
      NDList outputs =
          step.getNDArrayInternal().lstm(step, state, recurrent, true, 1, 0, false, false, true);
      NDList next = outputs.subNDList(1);
      next.attach(manager);
      state.close();
      state = next;
      NDArray output = outputs.get(0);
      return output
          .getNDArrayInternal()
          .linear(output, weights.get("dense.weight"), weights.get("dense.bias"))
          .get(0)
          .toFloatArray();
    } finally {
      JniUtils.setGradMode(recording);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
