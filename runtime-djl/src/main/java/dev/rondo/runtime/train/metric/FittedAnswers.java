package dev.rondo.runtime.train.metric;

/** Right answers with the scores that a network gave, to which a temperature is fitted. */
public sealed interface FittedAnswers permits ScoredAnswers, TaggedAnswers {
  /** Returns how many answers were added. */
  int size();

  /** Returns what there is to fit to, in words: how many answers. */
  String evidence();

  /**
   * Returns the temperature of the lowest negative log-likelihood: 0 where it is below what a
   * temperature may be, infinite where it is above, NaN without answers.
   */
  double bestTemperature();

  /** Returns whether the answers tell the best temperature from 1, at a level of 5 %. */
  boolean differFromOne();
}
