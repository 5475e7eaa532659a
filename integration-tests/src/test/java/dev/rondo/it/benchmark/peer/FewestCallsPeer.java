package dev.rondo.it.benchmark.peer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.recurrent.RNN;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;

/**
 * The fewest calls of DJL that do the work: the fused operator itself on weights in the order of
 * PyTorch, DJL's gradient collector and Adam. Nobody writes a model this way, so this is the bound.
 */
final class FewestCallsPeer implements Peer {
  private final Workload workload;
  private final NDManager manager;
  private final NativeWeights weights;
  private final NDList recurrent;
  private final long[] tokens;
  private final long[] classes;
  private final Optimizer adam =
      Adam.builder().optLearningRateTracker(Tracker.fixed(Workload.LEARNING_RATE)).build();

  FewestCallsPeer(Workload workload) {
    this.workload = workload;
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    weights = NativeWeights.of(manager, StartWeights.of(workload));
    weights.arrays().values().forEach(weight -> weight.setRequiresGradient(true));
    recurrent = new NDList(weights.recurrent());
    tokens = Arrays.stream(workload.tokens()).asLongStream().toArray();
    classes = Arrays.stream(workload.classes()).asLongStream().toArray();
  }

  @Override
  public void train() {
    try (NDManager step = manager.newSubManager()) {
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray expected = step.create(classes, new Shape(classes.length, 1));
        NDArray loss = forward(step, true).logSoftmax(1).gather(expected, 1).mean().neg();
        checkFinite(loss.getFloat());
        collector.backward(loss);
      }
      weights
          .arrays()
          .forEach(
              (name, weight) -> {
                try (NDArray gradient = weight.getGradient()) {
                  adam.update(name, weight, gradient);
                }
              });
    }
  }

  /** Whoever trains looks at the loss, and Rondo does so too. */
  private static void checkFinite(float loss) {
    if (!Float.isFinite(loss)) {
      throw new IllegalStateException("the loss is " + loss);
    }
  }

  private NDArray forward(NDManager step, boolean training) {
    NDArray ids = step.create(tokens, new Shape(workload.size().batch(), workload.size().steps()));
    NDArray steps =
        ids.getNDArrayInternal()
            .embedding(ids, weights.get("embedding.weight"), SparseFormat.DENSE)
            .get(0);
    int directions = workload.bidirectional() ? 2 : 1;
    NDArray zeros =
        step.zeros(new Shape(directions, workload.size().batch(), workload.size().units()));
    NDArray state = finalState(steps, zeros, training);
    NDArray flat =
        workload.bidirectional()
            ? state.swapAxes(0, 1).reshape(workload.size().batch(), workload.stateSize())
            : state.squeeze(0);
    return flat.getNDArrayInternal()
        .linear(flat, weights.get("dense.weight"), weights.get("dense.bias"))
        .get(0);
  }

  private NDArray finalState(NDArray steps, NDArray zeros, boolean training) {
    NDArrayEx operators = steps.getNDArrayInternal();
    boolean both = workload.bidirectional();
    return switch (workload.cell()) {
      case LSTM ->
          operators
              .lstm(steps, new NDList(zeros, zeros), recurrent, true, 1, 0, training, both, true)
              .get(1);
      case GRU -> operators.gru(steps, zeros, recurrent, true, 1, 0, training, both, true).get(1);
      case RNN ->
          operators
              .rnn(steps, zeros, recurrent, true, 1, RNN.Activation.TANH, 0, training, both, true)
              .get(1);
    };
  }

  @Override
  public float[] scores() {
    boolean recording = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager step = manager.newSubManager()) {
      return forward(step, false).toFloatArray();
    } finally {
      JniUtils.setGradMode(recording);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
