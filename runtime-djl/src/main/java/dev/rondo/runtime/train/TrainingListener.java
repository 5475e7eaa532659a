package dev.rondo.runtime.train;

/**
 * Is told how a training goes, on the training's thread. All methods do nothing by default. What a
 * method throws ends the training.
 */
public interface TrainingListener {
  /** Training starts. */
  default void onStart(TrainingPlan plan) {}

  /** A batch was trained. */
  default void onBatch(BatchProgress progress) {}

  /** An epoch was completed. */
  default void onEpoch(EpochReport report) {}

  /** Training is over, completed or stopped. */
  default void onEnd(TrainingHistory history) {}
}
