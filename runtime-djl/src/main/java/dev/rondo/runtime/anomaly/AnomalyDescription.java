package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.StoredCodec;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model of anomalies before training.
 *
 * @param components what is foretold
 * @param window how many steps the network reads, at most, unless a trainer says otherwise
 * @param ahead how many steps ahead is also foretold, unless a trainer says otherwise
 * @param stepwise whether the network reads forward only, so that it can be fed step by step
 * @param stamp gives the time of a step; null where steps have none
 * @param <R> a step of a stream
 */
public record AnomalyDescription<R>(
    AnomalyComponents<R> components,
    int window,
    int ahead,
    boolean stepwise,
    @Nullable Function<? super R, ? extends Temporal> stamp) {
  /** Returns the same of steps that have a time, by which gaps are told. */
  public AnomalyDescription<R> at(Function<? super R, ? extends Temporal> time) {
    return new AnomalyDescription<>(components, window, ahead, stepwise, time);
  }

  /** Starts to learn. */
  public AnomalyCodec.Learner<R> learner(AnomalyOptions options) {
    return new AnomalyCodec.Learner<>(this, options);
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is of another kind or of other components, or damaged
   */
  public AnomalyCodec<R> restore(StoredCodec stored) {
    return AnomalyStorage.restore(this, stored);
  }
}
