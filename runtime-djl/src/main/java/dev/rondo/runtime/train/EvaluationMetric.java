package dev.rondo.runtime.train;

/**
 * Picks a figure of an evaluation: what the best epoch is chosen by in place of the loss. A
 * generated trainer has an enum of those that its model has.
 *
 * @param <V> the type of the model's evaluation
 */
@FunctionalInterface
public interface EvaluationMetric<V extends EpochEvaluation> {
  /** Returns the figure, which knows whether higher or lower is better. */
  Quality of(V evaluation);
}
