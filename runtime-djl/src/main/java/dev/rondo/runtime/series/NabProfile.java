package dev.rondo.runtime.series;

/** How much the Numenta Anomaly Benchmark counts each kind of mistake. */
public enum NabProfile {
  /** The standard profile. */
  STANDARD(0.11, 1),
  /** False alarms count twice. */
  LOW_FALSE_POSITIVES(0.22, 1),
  /** Windows without an alarm count twice. */
  LOW_FALSE_NEGATIVES(0.11, 2);

  private final double falsePositive;
  private final double falseNegative;

  NabProfile(double falsePositive, double falseNegative) {
    this.falsePositive = falsePositive;
    this.falseNegative = falseNegative;
  }

  /** Returns what a false alarm costs. */
  public double falsePositive() {
    return falsePositive;
  }

  /** Returns what a window without an alarm costs. */
  public double falseNegative() {
    return falseNegative;
  }
}
