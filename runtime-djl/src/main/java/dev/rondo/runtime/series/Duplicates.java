package dev.rondo.runtime.series;

/** What to do with steps that have the same stamp. */
public enum Duplicates {
  /** Refuse the series. */
  ERROR,
  /** Keep the first of them. */
  FIRST,
  /** Keep the last of them. */
  LAST,
  /** Make one of them, by {@link StepMaker#mean}. */
  MEAN
}
