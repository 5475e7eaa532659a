package dev.rondo.runtime.serve;

/**
 * The numbers that a model answers with, or that the large weights of a file are kept in. What is
 * trained has always 32 bits.
 */
public enum Precision {
  /** 32 bits, the default: what training computes with. */
  FLOAT32,

  /**
   * 16 bits that have the range of 32 and a third of their digits: two to four times as fast on
   * processors that multiply them, and scores that differ in the third digit.
   */
  BFLOAT16,

  /**
   * Whole numbers of 8 bits in the products of GRU layers of at least 256 units and of LSTM layers
   * of at least 512; of a model that writes token by token in those of its recurrent layers and of
   * the output layer, where they have at least 250,000 weights. Everything else is computed with 32
   * bits. A weight keeps 255 levels between the largest magnitudes of its row, a feature as many
   * between those of its step, a state between -1 and 1. In a file all large matrices are kept so,
   * a scale for each row. Takes about half of the time for one input; scores differ in the second
   * or third digit.
   *
   * <p>An answer does not depend on what it is computed together with: each step of each row has a
   * scale of its own. Its last bits may, and where they decide how a number is rounded, the score
   * differs by as much as from that of 32 bits, which is rare.
   *
   * <p>The products are those of PyTorch's FBGEMM, for x86 with AVX2. Where the processor lacks
   * AVX-512 VNNI features and states have 127 levels.
   */
  INT8
}
