package dev.rondo.runtime.train;

import java.util.List;
import java.util.Optional;

/**
 * How a model was trained, epoch by epoch.
 *
 * @param epochs the epochs that were completed, in order
 * @param bestEpoch the epoch, counted from 1, whose weights the model has; 0 if it has those of no
 *     completed epoch
 * @param provenance what the model was trained with, on what, where and when; empty if it is of a
 *     file that an older version wrote
 */
public record TrainingHistory(
    List<EpochReport> epochs, int bestEpoch, Optional<Provenance> provenance) {
  /** Copies the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Creates a history without a provenance. */
  public TrainingHistory(List<EpochReport> epochs, int bestEpoch) {
    this(epochs, bestEpoch, Optional.empty());
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
