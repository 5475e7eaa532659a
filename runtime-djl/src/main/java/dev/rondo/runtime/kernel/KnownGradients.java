package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** A loss whose gradients were computed together with it, by whoever knows how. */
public final class KnownGradients {
  private KnownGradients() {}

  /**
   * Something that a loss depends on.
   *
   * @param array requires a gradient, or was computed of what does
   * @param gradient of the loss, one number for each of the array
   */
  // handed over once, and never compared
  @SuppressWarnings("ArrayRecordComponent")
  public record Dependence(NDArray array, float[] gradient) {}

  /**
   * Returns a loss that the backward pass of a step goes through.
   *
   * @param tape of the step
   * @param value the loss
   * @param dependences at least one; the loss is on the device of the first
   * @return a scalar in the manager of the first array
   */
  public static NDArray loss(Tape tape, double value, List<Dependence> dependences) {
    NDManager manager = dependences.get(0).array().getManager();
    NDArray loss = manager.create(new float[] {(float) value}, new Shape());
    tape.add(
        new Tape.Operation() {
          @Override
          public List<NDArray> inputs() {
            return dependences.stream().map(Dependence::array).toList();
          }

          @Override
          public List<NDArray> outputs() {
            return List.of(loss);
          }

          @Override
          public NDList backward(List<NDArray> gradients) {
            float factor = gradients.get(0).getFloat();
            NDList results = new NDList();
            for (Dependence dependence : dependences) {
              results.add(gradient(manager, dependence, factor));
            }
            return results;
          }
        });
    return loss;
  }

  private static NDArray gradient(NDManager manager, Dependence dependence, float factor) {
    float[] scaled = dependence.gradient().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    // memory of Java's may go before the array does: PyTorch's own is kept by it
    try (NDArray java = manager.create(scaled, dependence.array().getShape())) {
      return java.duplicate();
    }
  }
}
