package dev.rondo.runtime.layer;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceCell;

/** The recurrent layers under test, each with its equations. */
public enum Cell {
  RNN_TANH(ReferenceCell.RNN_TANH),
  RNN_RELU(ReferenceCell.RNN_RELU),
  LSTM(ReferenceCell.LSTM),
  GRU(ReferenceCell.GRU);

  private final ReferenceCell equations;

  Cell(ReferenceCell equations) {
    this.equations = equations;
  }

  public ReferenceCell equations() {
    return equations;
  }

  /** Creates layers called {@code rnn} without dropout. */
  public RecurrentStack layer(int inputs, int[] units, Direction direction) {
    return layer(inputs, units, direction, 0);
  }

  public RecurrentStack layer(int inputs, int[] units, Direction direction, double dropout) {
    return layer("rnn", inputs, units, direction, dropout);
  }

  /** Creates layers without dropout. */
  public RecurrentStack layer(String name, int inputs, int[] units, Direction direction) {
    return layer(name, inputs, units, direction, 0);
  }

  private RecurrentStack layer(
      String name, int inputs, int[] units, Direction direction, double dropout) {
    RecurrentBuilder<?, ?> builder =
        switch (this) {
          case RNN_TANH -> RnnLayer.builder(name);
          case RNN_RELU -> RnnLayer.builder(name).optActivation(Activation.RELU);
          case LSTM -> LstmLayer.builder(name);
          case GRU -> GruLayer.builder(name);
        };
    return builder
        .setInputs(inputs)
        .setUnits(units)
        .optDirection(direction)
        .optDropout(dropout)
        .build();
  }
}
