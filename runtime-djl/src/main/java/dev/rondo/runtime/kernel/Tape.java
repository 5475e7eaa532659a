package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The operations of a pass that have a backward pass of their own. What PyTorch records ends at
 * their results and begins anew behind them; {@link #backward} goes through all parts, from the
 * last to the first.
 *
 * <p>Belongs to one thread, like the pass.
 */
public final class Tape {
  /** The place of memory that means nothing after an operation. */
  private static final int SHARED = -1;

  private final Workspace workspace;
  private final List<Operation> operations = new ArrayList<>();

  /** What operations have computed of the gradients of arrays that PyTorch adds up gradients of. */
  private final IdentityHashMap<NDArray, NDArray> computed = new IdentityHashMap<>();

  /** Something that computes its gradients itself. */
  public interface Operation {
    /** Returns the arrays that it depends on and that require a gradient. */
    List<NDArray> inputs();

    /** Returns its results; nothing is recorded of how they came about. */
    List<NDArray> outputs();

    /**
     * Returns the gradients of the inputs.
     *
     * @param gradients of the outputs
     */
    NDList backward(List<NDArray> gradients);
  }

  /**
   * Creates an empty tape.
   *
   * @param workspace of the operations
   */
  public Tape(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Returns memory of the operation that is noted next, until the backward pass. */
  NDArray ownMemory(long size) {
    return workspace.array(operations.size(), new Shape(size));
  }

  /** Returns memory for what an operation computes in between. */
  NDArray sharedMemory(long size) {
    return workspace.array(SHARED, new Shape(size));
  }

  /** Notes an operation that was just done. From now on its outputs require a gradient. */
  void add(Operation operation) {
    operation.outputs().forEach(output -> output.setRequiresGradient(true));
    operations.add(operation);
  }

  /**
   * Computes the gradients of all arrays that require one and that the loss depends on.
   *
   * @param loss a scalar
   */
  public void backward(NDArray loss) {
    // what two operations have got from the same array is gone through twice
    boolean again = !operations.isEmpty();
    try (NDArray one = loss.onesLike()) {
      backward(loss, one, again);
    }
    for (int i = operations.size() - 1; i >= 0; i--) {
      backward(operations.get(i));
    }
    operations.clear();
  }

  private void backward(Operation operation) {
    List<NDArray> inputs = operation.inputs();
    List<NDArray> outputs = operation.outputs();
    if (inputs.isEmpty() || outputs.stream().noneMatch(this::isReached)) {
      return;
    }
    NDList results;
    try (NDList gradients = new NDList(outputs.stream().map(this::gradient).toList())) {
      results = operation.backward(gradients);
    }
    for (int i = 0; i < inputs.size(); i++) {
      NDArray input = inputs.get(i);
      NDArray gradient = results.get(i);
      if (input.hasGradient()) { // PyTorch would copy it
        computed.merge(input, gradient, NDArray::addi);
      } else {
        backward(input, gradient, true);
        gradient.close();
      }
    }
  }

  /** Returns whether the loss depends on an output. */
  private boolean isReached(NDArray output) {
    try (PtNDArray recorded = JniUtils.getGradient((PtNDArray) output)) {
      return recorded != null || computed.containsKey(output);
    }
  }

  /**
   * Returns the gradient of an array that was given {@link NDArray#setRequiresGradient} after
   * {@link #backward}; zeros if the loss does not depend on it. It may be in memory of the
   * workspace.
   */
  public NDArray gradient(NDArray array) {
    NDArray own = computed.remove(array);
    if (own == null) {
      return array.getGradient();
    }
    try (PtNDArray recorded = JniUtils.getGradient((PtNDArray) array)) {
      return recorded == null ? own : own.addi(recorded);
    }
  }

  /**
   * Goes through what is recorded. DJL says of an array that something is recorded of, but that is
   * not itself {@linkplain NDArray#hasGradient required} a gradient, that it has none.
   */
  private static void backward(NDArray array, NDArray gradient, boolean again) {
    JniUtils.backward((PtNDArray) array, (PtNDArray) gradient, again, false);
  }
}
