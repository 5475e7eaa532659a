package dev.rondo.runtime.train;

import java.util.Locale;
import java.util.Optional;

/**
 * Tells a training whose loss only grew from one that learned something. Its weights are numbers
 * still, and its model answers, often with great certainty: nobody sees it there.
 */
final class Divergence {
  /** Losses are means over examples that differ, and dropout and label smoothing add to them. */
  private static final double FACTOR = 1.5;

  private static final double SLACK = 0.5;

  private Divergence() {}

  /**
   * Returns a warning if the epoch whose weights are kept has a loss well above the first batch's.
   *
   * @param firstLoss of the weights that training began with
   */
  static Optional<String> of(TrainingHistory history, double firstLoss) {
    return history
        .best()
        .filter(kept -> kept.trainingLoss() > FACTOR * firstLoss + SLACK)
        .map(
            kept ->
                String.format(
                    Locale.ROOT,
                    "the training diverged: the loss of epoch %d, whose weights the model has, is"
                        + " %.4g, and it was %.4g before the first step. Train again with a lower"
                        + " learningRate, or a lower clipNorm.",
                    kept.epoch(),
                    kept.trainingLoss(),
                    firstLoss));
  }
}
