package dev.rondo.runtime.serve;

/** The numbers that a model answers with. What is trained and saved has always 32 bits. */
public enum Precision {
  /** 32 bits, the default: what training computes with. */
  FLOAT32,

  /**
   * 16 bits that have the range of 32 and a third of their digits: two to four times as fast on
   * processors that multiply them, and scores that differ in the third digit.
   */
  BFLOAT16
}
