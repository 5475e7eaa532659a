package dev.rondo.runtime.series;

/** What to do where steps are missing between two that are there. */
public enum Holes {
  /** Refuse the series. */
  ERROR,
  /** Repeat the step before, by {@link StepMaker#forward}. */
  FORWARD,
  /** Make steps between, by {@link StepMaker#between}. */
  INTERPOLATE,
  /** Put in steps whose values are missing, by {@link StepMaker#missing}. */
  MISSING
}
