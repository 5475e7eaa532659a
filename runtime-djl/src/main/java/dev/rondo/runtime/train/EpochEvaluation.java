package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/** What an epoch's evaluation is reported by, whatever the model answers. */
public sealed interface EpochEvaluation
    permits AnomalyEpoch,
        ForecastEpoch,
        HeadEvaluation,
        HeadsEvaluation,
        TextEvaluation,
        TranslationEvaluation {
  /** Returns the mean loss, by which the best epoch is chosen. */
  double loss();

  /** Returns how good the answers are; null where nothing but the loss tells. */
  @Nullable Quality quality();
}
