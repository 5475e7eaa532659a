package dev.rondo.runtime.train;

import java.util.List;
import java.util.Optional;

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

  /**
   * Returns the epoch whose weights the model has; empty if it has those of no completed epoch, or
   * if a model file no longer kept it: a file keeps the last 20,000.
   */
  public Optional<EpochReport> best() {
    return epochs.stream().filter(epoch -> epoch.epoch() == bestEpoch).findFirst();
  }

  /** Returns the history of a model that no epoch of training has completed. */
  public static TrainingHistory none() {
    return new TrainingHistory(List.of(), 0);
  }
}
