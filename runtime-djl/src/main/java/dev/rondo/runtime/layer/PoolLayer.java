package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Pooling;

/** Makes one vector of each sequence from its real steps. Has no weights. */
public final class PoolLayer extends Layer {
  private final Pooling pooling;

  /**
   * Creates the layer.
   *
   * @param pooling any but {@link Pooling#ATTENTION}, which is {@link AttentionPoolLayer}
   * @throws IllegalArgumentException if the pooling needs weights
   */
  public PoolLayer(String name, Pooling pooling) {
    super(name);
    if (pooling == Pooling.ATTENTION) {
      throw new IllegalArgumentException("attention needs an AttentionPoolLayer");
    }
    this.pooling = pooling;
  }

  /** (batch, time, features) to (batch, features). */
  public NDArray forward(Pass pass, Sequences sequences) {
    NDArray values = sequences.values();
    Lengths lengths = sequences.lengths();
    return switch (pooling) {
      case MEAN ->
          (lengths.padded() ? values.mul(lengths.mask()) : values)
              .sum(new int[] {1})
              .div(lengths.counts());
      case MAX -> (lengths.padded() ? values.add(lengths.farBelow()) : values).max(new int[] {1});
      case LAST, ATTENTION -> lengths.last(values);
    };
  }
}
