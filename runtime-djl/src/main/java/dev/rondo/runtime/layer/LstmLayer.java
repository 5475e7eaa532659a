package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.LstmOperator;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997), equations and gate order (i, f, g, o)
 * as in {@link dev.rondo.layer.LSTM}. The forget gate starts open: its bias is 1 (Jozefowicz et al.
 * 2015, "An empirical exploration of recurrent network architectures").
 */
public final class LstmLayer extends RecurrentStack {
  private static final int GATES = 4;

  /** Starts layers of a name, which their weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layers. */
  public static final class Builder extends RecurrentBuilder<Builder, LstmLayer> {
    private double forgetBias = 1;
    private boolean peephole;

    private Builder(String name) {
      super(name);
    }

    /** Sets the bias that the forget gate starts with; 1 by default. */
    public Builder optForgetBias(double bias) {
      forgetBias = bias;
      return this;
    }

    /** Lets the gates see the cell, as {@link LstmLayer#peephole()} does. */
    public Builder optPeephole() {
      peephole = true;
      return this;
    }

    @Override
    LstmLayer create() {
      LstmLayer layers = new LstmLayer(name, inputs, units, direction, dropout);
      layers.forgetBias(forgetBias);
      if (peephole) {
        layers.peephole();
      }
      return layers;
    }

    @Override
    Builder self() {
      return this;
    }
  }

  /**
   * Creates the layers.
   *
   * @param inputs features of a step
   * @param units hidden units of each layer, from the lowest
   * @param dropout share of the values dropped between the layers in training
   * @throws IllegalArgumentException if a size is below 1, there are no units, or the dropout is
   *     outside [0, 1)
   */
  public LstmLayer(String name, int inputs, int[] units, Direction direction, double dropout) {
    super(name, inputs, units, direction, dropout, GATES, Initializer.forgetGate(1));
  }

  /**
   * Changes the bias that the forget gate starts with.
   *
   * @return this
   * @throws IllegalArgumentException if it is not a finite number
   */
  public LstmLayer forgetBias(double bias) {
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("forgetBias is " + bias + ", must be a finite number");
    }
    inputBias(Initializer.forgetGate((float) bias));
    return this;
  }

  /**
   * Lets the gates see the cell (Gers and Schmidhuber 2000, "Recurrent nets that time and count"),
   * by weights {@code weight_ph_lk} (3 · units) for each layer and direction: of the gates i, f, o.
   * They start at 0. The layers then run step by step.
   *
   * @return this
   */
  public LstmLayer peephole() {
    extend(
        cell ->
            cell.withPeephole(
                addWeight(
                    "weight_ph" + cell.suffix(),
                    Initializer.constant(0),
                    Math.multiplyExact(3, cell.units()))));
    return this;
  }

  @Override
  public LstmLayer recurrentDropout(double rate) {
    super.recurrentDropout(rate);
    return this;
  }

  @Override
  public LstmLayer residual() {
    super.residual();
    return this;
  }

  @Override
  public LstmLayer learnedInitialState() {
    super.learnedInitialState();
    return this;
  }

  @Override
  Cell cell() {
    return Cell.LSTM;
  }

  @Override
  NDList operator(NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return LstmOperator.run(values, state, weights, layers, training);
  }
}
