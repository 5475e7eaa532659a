package dev.rondo.runtime.train;

/**
 * How well one label is told.
 *
 * @param name the label
 * @param precision share of right ones among the answers that have this label; 0 if none has
 * @param recall share of the examples with this label whose answers have it; 0 if there are none
 * @param f1 harmonic mean of the two; 0 if both are 0
 * @param averagePrecision the precision over all thresholds, {@code Σ (R_n - R_(n-1)) P_n}; NaN if
 *     there are no examples with this label
 * @param support how many examples have this label
 */
public record LabelReport(
    String name,
    double precision,
    double recall,
    double f1,
    double averagePrecision,
    long support) {}
