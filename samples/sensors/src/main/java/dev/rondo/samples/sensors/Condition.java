package dev.rondo.samples.sensors;

/** How far a machine is worn. */
public enum Condition {
  /** Less than half of its life is used up. */
  GOOD,

  /** More than half is used up: a part should be ordered. */
  WORN,

  /** The last sixth: it should be stopped before it breaks. */
  FAILING
}
