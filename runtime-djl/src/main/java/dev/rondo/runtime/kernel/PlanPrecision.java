package dev.rondo.runtime.kernel;

import dev.rondo.runtime.plan.Operator;

/** The numbers that a program computes with. */
public enum PlanPrecision {
  /** 32 bits, as in training. */
  FLOAT32(6),
  /** 16 bits with the range of 32: eight bits of the digits are kept. */
  BFLOAT16(15),
  /** Whole numbers of 8 bits in the products of large recurrent layers, else 32 bits. */
  INT8(6);

  /** Of a GRU: below, a product of floats takes hardly longer. */
  public static final int INT8_GRU_UNITS = 256;

  /** Of an LSTM, whose products oneDNN makes of weights in blocks. */
  public static final int INT8_LSTM_UNITS = 512;

  /**
   * Of what is written token by token: weights that each token reads, below which products of
   * floats take hardly longer.
   */
  public static final long INT8_STEP_WEIGHTS = 250_000;

  private final int number;

  PlanPrecision(int number) {
    this.number = number;
  }

  /** Returns PyTorch's number of the type of the values that layers hand on. */
  int number() {
    return number;
  }

  /** Returns whether values have fewer than 32 bits. */
  boolean casts() {
    return this == BFLOAT16;
  }

  /** Returns whether a layer is large enough to be faster with whole numbers. */
  public static boolean worthInt8(Operator.Recurrent layer) {
    return switch (layer.recurrence()) {
      case GRU -> layer.units() >= INT8_GRU_UNITS;
      case LSTM -> layer.units() >= INT8_LSTM_UNITS;
      case TANH, RELU -> false;
    };
  }
}
