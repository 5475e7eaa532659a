package dev.rondo.processor.diag;

/** How much a message matters. */
public enum Severity {
  /** The model cannot be generated. */
  ERROR,
  /** Worth knowing, but nothing to stop for. */
  NOTE
}
