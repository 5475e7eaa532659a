package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.CrossEntropy;
import dev.rondo.runtime.kernel.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Memory for the large gradients of a training, used again in each step. To get as much from the
 * system anew in each step takes longer than to compute what is written there.
 */
public final class GradientMemory {
  private final NDManager manager;
  private final Set<String> frozen;
  private final Map<Parameter, NDArray> gradients = new HashMap<>();
  private final Set<Parameter> written = new HashSet<>();
  private final Workspace workspace;

  /**
   * Creates a memory of nothing.
   *
   * @param manager owns the arrays
   */
  public GradientMemory(NDManager manager) {
    this(manager, Set.of());
  }

  /**
   * Creates a memory of nothing.
   *
   * @param manager owns the arrays
   * @param frozen the names of weights that have no gradients
   */
  public GradientMemory(NDManager manager, Set<String> frozen) {
    this.manager = manager;
    this.frozen = Set.copyOf(frozen);
    workspace = new Workspace(manager);
  }

  /** Returns whether a weight stays as it is, so that nobody needs its gradient. */
  boolean isFrozen(Parameter weight) {
    return frozen.contains(weight.getName());
  }

  /** Returns the memory that operations compute in. */
  public Workspace workspace() {
    return workspace;
  }

  /** Returns an array of a weight's shape; whoever takes it writes all of it. */
  NDArray toWrite(Parameter weight) {
    written.add(weight);
    return gradients.computeIfAbsent(weight, this::zeros);
  }

  /** Returns zeros of a weight's shape; whoever takes them leaves zeros. */
  NDArray toAddTo(Parameter weight) {
    if (written.remove(weight)) {
      gradients.remove(weight).close();
    }
    return gradients.computeIfAbsent(weight, this::zeros);
  }

  private NDArray zeros(Parameter weight) {
    return manager.zeros(weight.getArray().getShape());
  }

  /** Returns memory for the scores of a dense layer. */
  NDArray scores(long rows, long classes) {
    return workspace.array(List.of("scores", classes), CrossEntropy.scores(rows, classes));
  }
}
