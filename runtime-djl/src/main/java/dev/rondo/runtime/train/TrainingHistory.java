package dev.rondo.runtime.train;

import java.util.List;

/**
 * How a model was trained, epoch by epoch.
 *
 * @param epochs the epochs that were completed, in order
 * @param bestEpoch the epoch, counted from 1, whose weights the model has; 0 if it has those of no
 *     completed epoch
 */
public record TrainingHistory(List<EpochReport> epochs, int bestEpoch) {
  /** Copies the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Returns the history of a model that no epoch of training has completed. */
  public static TrainingHistory none() {
    return new TrainingHistory(List.of(), 0);
  }
}
