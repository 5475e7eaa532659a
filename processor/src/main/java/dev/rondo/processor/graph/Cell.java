package dev.rondo.processor.graph;

/** The equations of a recurrent layer. */
public enum Cell {
  /** {@code @Recurrent}: a simple (Elman) network. */
  RNN(1),
  /** {@code @LSTM}. */
  LSTM(4),
  /** {@code @GRU}. */
  GRU(3);

  private final int gates;

  Cell(int gates) {
    this.gates = gates;
  }

  /** Returns how many blocks of weights a unit has. */
  public int gates() {
    return gates;
  }
}
