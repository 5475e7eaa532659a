package dev.rondo.runtime.train;

/** A model that another one can start from: every generated predictor is one. */
public interface TrainedModel {
  /**
   * Returns a copy of what the model has learned.
   *
   * @throws IllegalStateException if the model is closed
   */
  Learned learned();
}
