package dev.rondo.data;

/**
 * How numbers are scaled, by statistics of the training data. {@code x} is the number before,
 * {@code y} after.
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
  /** Not at all: {@code y = x}. For numbers that are already about as large as 1. */
  NONE
}
