package dev.rondo.runtime.train;

/**
 * How well one class is told from the others.
 *
 * @param name the class
 * @param precision share of right answers among those that said this class; 0 if none did
 * @param recall share of this class's examples that were answered right; 0 if there are none
 * @param f1 harmonic mean of the two; 0 if both are 0
 * @param support how many examples there are of this class
 */
public record ClassReport(String name, double precision, double recall, double f1, long support) {}
