package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/** What an epoch's evaluation is reported by, whatever the model answers. */
public sealed interface EpochEvaluation permits Evaluation, TextEvaluation {
  /** Returns the mean loss, by which the best epoch is chosen. */
  double loss();

  /** Returns the share of right answers in [0, 1]; null where the model is no classifier. */
  @Nullable Double rightAnswers();
}
