package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory that operations compute in, the same in each step of a training. To get as much from the
 * system anew in each step takes longer than to compute what is written there. Belongs to one
 * thread at a time.
 */
public final class Workspace {
  private final NDManager manager;
  private final Map<Object, NDArray> arrays = new HashMap<>();

  /**
   * Creates a workspace of nothing.
   *
   * @param manager owns the memory
   */
  public Workspace(NDManager manager) {
    this.manager = manager;
  }

  /**
   * Returns memory, in which anything may stand; it means nothing when the step has ended.
   *
   * @param place whose memory it is; all of a place share one
   * @param wanted its shape; of a place only the first dimension may change
   * @return an array of that shape, or with more in the first dimension
   */
  public NDArray array(Object place, Shape wanted) {
    NDArray kept = arrays.get(place);
    if (kept == null || kept.getShape().get(0) < wanted.get(0)) {
      if (kept != null) {
        kept.close();
      }
      kept = manager.zeros(wanted);
      arrays.put(place, kept);
    }
    return kept;
  }
}
