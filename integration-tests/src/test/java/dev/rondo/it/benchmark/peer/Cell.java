package dev.rondo.it.benchmark.peer;

/** The cells that are compared. */
public enum Cell {
  /** Long short-term memory. */
  LSTM(4),
  /** Gated recurrent unit. */
  GRU(3),
  /** Elman network with tanh. */
  RNN(1);

  private final int gates;

  Cell(int gates) {
    this.gates = gates;
  }

  /** Returns how many gates stand below each other in a weight of PyTorch. */
  public int gates() {
    return gates;
  }
}
