package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/**
 * How well ordinary data that is not learned from is foretold.
 *
 * @param loss the mean negative log-likelihood of its steps
 */
public record AnomalyEpoch(double loss) implements EpochEvaluation {
  @Override
  public @Nullable Quality quality() {
    return null;
  }
}
