package dev.rondo.runtime.kernel;

/** The numbers that a program computes with. */
public enum PlanPrecision {
  /** 32 bits, as in training. */
  FLOAT32(6),
  /** 16 bits with the range of 32: eight bits of the digits are kept. */
  BFLOAT16(15);

  private final int number;

  PlanPrecision(int number) {
    this.number = number;
  }

  /** Returns PyTorch's number of the type. */
  int number() {
    return number;
  }
}
