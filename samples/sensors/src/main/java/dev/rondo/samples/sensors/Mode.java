package dev.rondo.samples.sensors;

/** What a machine is doing. */
public enum Mode {
  /** It runs without load. */
  IDLE,

  /** It works as it was built for. */
  NORMAL,

  /** It works harder than it was built for, and wears faster. */
  HEAVY
}
