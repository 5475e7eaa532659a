package dev.rondo.data;

/**
 * How numbers are scaled, by statistics of the training data or of the sequence itself. {@code x}
 * is the number before, {@code y} after.
 */
public enum Scaling {
  /**
   * To mean 0 and standard deviation 1: {@code y = (x - mean) / deviation}. The deviation is that
   * of the whole population: it divides by the number of values.
   */
  STANDARD,
  /**
   * To [0, 1]: {@code y = (x - least) / (greatest - least)}. Values beyond those of the training
   * data fall outside. For numbers with firm bounds.
   */
  MIN_MAX,
  /**
   * By median and quartiles: {@code y = (x - median) / (third quartile - first quartile)}. For
   * numbers with outliers, which change neither.
   */
  ROBUST,
  /**
   * On a logarithmic scale, with the sign kept, then {@link #STANDARD}: {@code sign(x) · ln(1 +
   * |x|)}. For amounts and counts over several powers of ten.
   */
  LOG,
  /**
   * By the sequence itself that is read: {@code y = (x - its mean) / (its deviation + ε)}, where ε
   * is half of the mean absolute difference of neighbouring values in training, so that a sequence
   * that stands still has a scale too. For levels that shift, and for many series of different
   * levels; what the level is the network does not see. Of number components of a sequence's
   * record. What is forecast ({@link dev.rondo.task.Forecast}) is learned on the scale of its
   * window, and answers are in the user's units again.
   */
  WINDOW,
  /** Not at all: {@code y = x}. For numbers that are already about as large as 1. */
  NONE
}
