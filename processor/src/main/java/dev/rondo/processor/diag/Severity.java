package dev.rondo.processor.diag;

/** How much a message matters. */
public enum Severity {
  /** The model cannot be generated. */
  ERROR,
  /** Shown as a warning because the user asked for it. */
  WARNING,
  /** Worth knowing, but nothing to stop for. */
  NOTE
}
