package dev.rondo.runtime.series;

/** What to do with steps that stand before an earlier one. */
public enum Disorder {
  /** Refuse the series. */
  ERROR,
  /** Order the steps by their stamps; those of one stamp stay in their order. */
  SORT
}
