package dev.rondo.data;

/** What is read of an input that is longer than {@link MaxLength} allows. */
public enum Keep {
  /** Nothing: it is an error. */
  NOTHING,
  /** Its beginning. */
  HEAD,
  /** Its end. */
  TAIL
}
