package dev.rondo.samples.corpora.reviews;

/** Whether a review is for or against the thing it is about. */
public enum Verdict {
  /** The writer is disappointed, or advises against it. */
  NEGATIVE,

  /** The writer is pleased, or recommends it. */
  POSITIVE
}
