package dev.rondo.runtime.series;

import java.time.temporal.Temporal;
import java.util.List;

/**
 * Makes the steps that a {@link TimePolicy} asks for.
 *
 * @param <R> the type of a step
 */
public interface StepMaker<R> {
  /** Returns one step for several of the same stamp: the mean of what are numbers. */
  R mean(List<R> same);

  /** Returns a step that repeats the one before it. */
  R forward(R before, Temporal stamp);

  /**
   * Returns a step between two.
   *
   * @param share how far it is from the one before to the one after, in (0, 1)
   */
  R between(R before, R after, double share, Temporal stamp);

  /** Returns a step whose values are missing. */
  R missing(R before, Temporal stamp);
}
