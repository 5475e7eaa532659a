package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.kernel.Attention;

/**
 * The steps of a batch of sources in the form in which an {@link AttentionLayer} reads them.
 *
 * <p>Belongs to the pass that made it.
 */
public final class AttentionMemory {
  private final Attention.Memory arrays;

  AttentionMemory(Attention.Memory arrays) {
    this.arrays = arrays;
  }

  /** Returns the keys and values, for kernels that attend outside of a pass. */
  public Attention.Memory arrays() {
    return arrays;
  }

  /** Returns the memory of some of the sources, each as often as it is named. */
  AttentionMemory rows(NDArray picks) {
    return new AttentionMemory(
        new Attention.Memory(
            Lengths.rows(arrays.keys(), picks),
            Lengths.rows(arrays.values(), picks),
            arrays.padding().map(padding -> Lengths.rows(padding, picks))));
  }

  /** Frees the arrays before the pass does. */
  void close() {
    arrays.keys().close();
    arrays.values().close();
    arrays.padding().ifPresent(NDArray::close);
  }
}
