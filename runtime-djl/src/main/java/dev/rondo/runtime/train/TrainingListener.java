package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import java.util.function.Consumer;

/**
 * Is told how a training goes, on the training's thread. All methods do nothing by default. What a
 * method throws ends the training.
 */
public interface TrainingListener {
  /**
   * Returns a listener that tells in lines of text how a training goes, at most every ten seconds
   * within an epoch: {@code trainer.listener(TrainingListener.lines(System.out::println))}.
   *
   * @param printer is given each line, without its end
   */
  static TrainingListener lines(Consumer<String> printer) {
    return new ProgressLines(Arguments.notNull(printer, "printer"));
  }

  /** A weight of a new network is about to be given its first values; before {@link #onStart}. */
  default void onInitialize(WeightStart weight) {}

  /** Training starts. */
  default void onStart(TrainingPlan plan) {}

  /** A batch was trained. */
  default void onBatch(BatchProgress progress) {}

  /** An epoch was completed. */
  default void onEpoch(EpochReport report) {}

  /** Training is over, completed or stopped. */
  default void onEnd(TrainingHistory history) {}
}
