package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;

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
    if (pass.plans() && pooling != Pooling.LAST) {
      return PlannedArray.of(sequences.values())
          .then(new Operator.Pool(pooling), Plan.Kind.VECTORS);
    }
    return switch (pooling) {
      case MEAN -> sum(sequences).div(sequences.lengths().counts());
      case MAX -> max(sequences);
      case LAST, ATTENTION -> sequences.lengths().last(sequences.values());
    };
  }

  /**
   * Pools these steps and all before them: (batch, time, features) to (batch, features).
   *
   * @param state is read, and becomes that after the last step: the mean and the number of steps,
   *     or the maximum
   */
  public NDArray forward(Pass pass, Sequences sequences, StreamState state) {
    if (pass.plans()) {
      return forward(pass, sequences);
    }
    NDList before = state.of(name());
    return switch (pooling) {
      case MEAN -> {
        NDArray counts = sequences.lengths().counts();
        NDArray mean = forward(pass, sequences);
        NDArray all = counts;
        if (!before.isEmpty()) {
          // moves the mean: a sum over very many steps would lose their digits
          all = before.get(1).add(counts);
          mean = before.get(0).add(mean.sub(before.get(0)).mul(counts.div(all)));
        }
        state.put(name(), new NDList(mean.duplicate(), all.duplicate()));
        yield mean;
      }
      case MAX -> {
        NDArray now = max(sequences);
        NDArray max = before.isEmpty() ? now : now.maximum(before.get(0));
        state.put(name(), new NDList(max.duplicate()));
        yield max;
      }
      case LAST, ATTENTION -> forward(pass, sequences);
    };
  }

  private static NDArray sum(Sequences sequences) {
    NDArray values = sequences.values();
    Lengths lengths = sequences.lengths();
    return (lengths.padded() ? values.mul(lengths.mask()) : values).sum(new int[] {1});
  }

  private static NDArray max(Sequences sequences) {
    NDArray values = sequences.values();
    Lengths lengths = sequences.lengths();
    return (lengths.padded() ? values.add(lengths.farBelow()) : values).max(new int[] {1});
  }
}
