package dev.rondo.runtime.kernel;

/** The recurrent cells that PyTorch has operators for, with its gate orders. */
public enum Cell {
  /** Long short-term memory: gates i, f, g, o; hidden state and cell. */
  LSTM(0, 4, 2),
  /** Gated recurrent unit, reset after the product: gates r, z, n. */
  GRU(1, 3, 1),
  /** Simple recurrent network with tanh. */
  TANH(2, 1, 1),
  /** Simple recurrent network with relu. */
  RELU(3, 1, 1);

  private final int code;
  private final int gates;
  private final int states;

  Cell(int code, int gates, int states) {
    this.code = code;
    this.gates = gates;
    this.states = states;
  }

  /** Returns how many gates stand below each other in a weight. */
  public int gates() {
    return gates;
  }

  /** Returns how many arrays the state of a layer has: 2 for an LSTM, h and c; else 1, h. */
  public int states() {
    return states;
  }

  /** Returns its number in {@code kernels.py}. */
  int code() {
    return code;
  }
}
