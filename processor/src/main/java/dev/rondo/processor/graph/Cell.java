package dev.rondo.processor.graph;

/** The equations of a recurrent layer. */
public enum Cell {
  /** {@code @Recurrent}: a simple (Elman) network. */
  RNN(1, 1),
  /** {@code @LSTM}. */
  LSTM(4, 2),
  /** {@code @GRU}. */
  GRU(3, 1);

  private final int gates;
  private final int states;

  Cell(int gates, int states) {
    this.gates = gates;
    this.states = states;
  }

  /** Returns how many blocks of weights a unit has. */
  public int gates() {
    return gates;
  }

  /** Returns how many numbers a unit remembers: h and, of an LSTM, c. */
  public int states() {
    return states;
  }
}
