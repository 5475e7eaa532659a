package dev.rondo.task;

/**
 * What an output is trained to make small. {@code e} is the difference of answer and truth, on the
 * scale that numbers are trained on (standardised, by default).
 */
public enum LossKind {
  /** What the type says: cross entropy, binary cross entropy, or {@link #MSE}. */
  DEFAULT,
  /** The mean squared error, {@code e²}: the answer becomes the mean. For numbers. */
  MSE,
  /** The mean absolute error, {@code |e|}: the answer becomes the median. For numbers. */
  MAE,
  /**
   * {@code e² / 2} where {@code |e| ≤ 1}, else {@code |e| - 1/2}: outliers weigh less (Huber 1964,
   * "Robust estimation of a location parameter"). For numbers.
   */
  HUBER,
  /**
   * The pinball loss: the answer becomes the {@link Loss#quantile()} (Koenker and Bassett 1978,
   * "Regression quantiles"). For numbers.
   */
  QUANTILE,
  /**
   * Cross entropy times {@code (1 - p)²}, where {@code p} is the probability of the right answer:
   * easy examples count for little (Lin et al. 2017, <a
   * href="https://arxiv.org/abs/1708.02002">arXiv:1708.02002</a>). For classes, yes and no, and
   * labels.
   */
  FOCAL
}
