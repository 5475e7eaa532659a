package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.series.ForecastEvaluation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Is told how a training goes, on the training's thread. What a method throws ends the training.
 * All methods do nothing by default, but {@link #onWarning}.
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

  /**
   * Weights of another model were taken over, {@link ModelTrainer#startFrom}; before {@link
   * #onStart}.
   *
   * @param taken the names of the weights, with how many of their rows where that is not all
   * @param left the names of those that start anew, with the reason
   */
  default void onTransfer(List<String> taken, List<String> left) {}

  /**
   * An embedding starts with {@linkplain ModelTrainer#wordVectors word vectors}; before {@link
   * #onStart}.
   *
   * @param coverage for how many tokens there are some
   */
  default void onWordVectors(VectorCoverage coverage) {}

  /**
   * Inputs of training examples were cut; told once, when all examples were read for the first
   * time: before {@link #onStart} where they are kept in memory, else at the end of the first
   * epoch.
   */
  default void onCut(CutInputs inputs) {}

  /** Training starts. */
  default void onStart(TrainingPlan plan) {}

  /**
   * The training goes on from a checkpoint; after {@link #onStart}.
   *
   * @param progress where it was
   */
  default void onResume(BatchProgress progress) {}

  /** A batch was trained. */
  default void onBatch(BatchProgress progress) {}

  /** A {@linkplain ModelTrainer#checkpoint checkpoint} was written, some batches ago perhaps. */
  default void onCheckpoint(CheckpointReport report) {}

  /**
   * The forecasts of validation data were measured, beside those of what is simple; before {@link
   * #onEpoch}.
   *
   * @param evaluations of each number that is forecast, by its name and in their order
   */
  default void onForecasts(Map<String, ForecastEvaluation> evaluations) {}

  /**
   * The transcripts of validation data were measured, the share of blanks among their steps too;
   * before {@link #onEpoch}. Told of models that do nothing but transcribe.
   */
  default void onTranscripts(TranscriptEvaluation evaluation) {}

  /**
   * The probabilities of outputs were fitted to the examples that calibrate; before {@link #onEnd}.
   *
   * @param temperatures by output: above 1 the model was too sure of its answers, below 1 not sure
   *     enough
   */
  default void onCalibration(Map<String, Double> temperatures) {}

  /** An epoch was completed. */
  default void onEpoch(EpochReport report) {}

  /**
   * Something is likely to be a mistake, though the training goes on: a class without examples,
   * validation data that repeats the training data, a loss that only grew. Logged as {@code
   * dev.rondo.training} by default, or printed to standard error where the application logs
   * nowhere.
   */
  default void onWarning(String warning) {
    ProgressLines.byDefault().onWarning(warning);
  }

  /** Training is over, completed or stopped. */
  default void onEnd(TrainingHistory history) {}
}
