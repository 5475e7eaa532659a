package dev.rondo.runtime.train.metric;

/**
 * How many spans were found, as the scorer of CoNLL (conlleval) counts them: a span is right if it
 * begins and ends where an expected one does and has its label.
 *
 * @param label of the spans; empty for those of all labels
 * @param expected how many there are
 * @param answered how many were answered
 * @param right how many of these are right
 */
public record SpanCounts(String label, long expected, long answered, long right) {
  /** Returns the share of right spans among those answered; 0 if none was. */
  public double precision() {
    return ratio(right, answered);
  }

  /** Returns the share of the expected spans that were answered; 0 if there are none. */
  public double recall() {
    return ratio(right, expected);
  }

  /** Returns the harmonic mean of precision and recall; 0 if both are 0. */
  public double f1() {
    return ratio(2 * right, expected + answered);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Returns the same with those of another part of the data. */
  SpanCounts plus(long moreExpected, long moreAnswered, long moreRight) {
    return new SpanCounts(
        label, expected + moreExpected, answered + moreAnswered, right + moreRight);
  }
}
