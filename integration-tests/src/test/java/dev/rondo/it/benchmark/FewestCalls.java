package dev.rondo.it.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A training by the fewest calls of DJL: weights in PyTorch's order, for the fused operators, DJL's
 * gradient collector and Adam.
 */
final class FewestCalls {
  private static final float SPREAD = 0.1f;

  private final NDManager manager;
  private final float clipNorm;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Optimizer adam =
      Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();

  /**
   * Has no weights yet.
   *
   * @param manager owns them
   * @param clipNorm the largest norm of all gradients together; infinity for any
   */
  FewestCalls(NDManager manager, float clipNorm) {
    this.manager = manager;
    this.clipNorm = clipNorm;
  }

  /** Draws a weight. */
  void weight(String name, long... shape) {
    NDArray weight = manager.randomNormal(0, SPREAD, new Shape(shape), DataType.FLOAT32);
    weight.setRequiresGradient(true);
    weights.put(name, weight);
  }

  /** Draws the weights of a recurrent layer; a name's end tells layers and directions apart. */
  void recurrentWeights(String end, long inputs, long gates, long units) {
    weight("input" + end, gates * units, inputs);
    weight("recurrent" + end, gates * units, units);
    weight("inputBias" + end, gates * units);
    weight("recurrentBias" + end, gates * units);
  }

  /** Draws the weights of a dense layer. */
  void denseWeights(long inputs, long units) {
    weight("dense", units, inputs);
    weight("denseBias", units);
  }

  NDArray get(String name) {
    NDArray weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("no weight " + name + " among " + weights.keySet());
    }
    return weight;
  }

  /** Returns the weights of all recurrent layers, in the order in which they were drawn. */
  NDList recurrent() {
    NDList found = new NDList();
    weights.forEach(
        (name, weight) -> {
          if (name.startsWith("input") || name.startsWith("recurrent")) {
            found.add(weight);
          }
        });
    return found;
  }

  /** Returns what the dense layer makes of (…, inputs). */
  NDArray dense(NDArray values) {
    return values.getNDArrayInternal().linear(values, get("dense"), get("denseBias")).get(0);
  }

  /**
   * Returns what the dense layer makes of the final state of a GRU.
   *
   * @param scratch owns what is made
   * @param steps (batch, time, features)
   */
  NDArray gruScores(NDManager scratch, NDArray steps, int units) {
    NDArray values = steps.duplicate();
    values.attach(scratch);
    NDArray start = scratch.zeros(new Shape(1, steps.getShape().get(0), units), DataType.FLOAT32);
    NDArray state =
        values
            .getNDArrayInternal()
            .gru(values, start, recurrent(), true, 1, 0, true, false, true)
            .get(1);
    return dense(state.squeeze(0));
  }

  /**
   * Trains a step.
   *
   * @param loss is made of arrays of the manager that it is given, which ends with the step
   */
  void step(Function<NDManager, NDArray> loss) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray value = loss.apply(scratch);
      if (!Float.isFinite(value.getFloat())) { // whoever trains looks at the loss
        throw new IllegalStateException("the loss is " + value);
      }
      collector.backward(value);
    }
    try (NDManager scratch = manager.newSubManager()) {
      Map<String, NDArray> gradients = new LinkedHashMap<>();
      weights.forEach(
          (name, weight) -> {
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            gradients.put(name, gradient);
          });
      clip(gradients);
      gradients.forEach((name, gradient) -> adam.update(name, get(name), gradient));
    }
  }

  private void clip(Map<String, NDArray> gradients) {
    if (Float.isInfinite(clipNorm)) {
      return;
    }
    double squares = 0;
    for (NDArray gradient : gradients.values()) {
      squares += Math.pow(gradient.norm().getFloat(), 2);
    }
    double norm = Math.sqrt(squares);
    if (norm > clipNorm) {
      gradients.values().forEach(gradient -> gradient.muli((float) (clipNorm / norm)));
    }
  }
}
