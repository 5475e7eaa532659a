package dev.rondo.runtime.train;

/** How good the answers of one output are. */
public sealed interface HeadEvaluation extends EpochEvaluation
    permits Evaluation, NumberEvaluation, VectorEvaluation, LabelsEvaluation, TranscriptEvaluation {
  /** Returns how many answers were measured: examples, or their steps, that are not absent. */
  long examples();

  /**
   * Returns the mean of this output's own loss, without label smoothing and before its weight among
   * several outputs; of numbers on the scale that they are trained on. NaN without examples.
   */
  @Override
  double loss();

  @Override
  Quality quality();
}
