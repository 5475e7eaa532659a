package dev.rondo.samples.corpora.server;

/** What can go wrong with a number that is measured. */
public enum FaultKind {
  /** It is far off for one or two steps. */
  SPIKE,
  /** It is higher or lower for 6 to 18 hours. */
  LEVEL_SHIFT,
  /** It moves away slowly, for 16 to 24 hours. */
  DRIFT,
  /** It no longer follows the day, for a day. */
  LOST_SEASON,
  /** It does not change for 4 to 8 hours. */
  STUCK_VALUE
}
