package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.recurrent.RNN;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Cell;

/** A simple recurrent network (Elman 1990), equation as in {@link dev.rondo.layer.Recurrent}. */
public final class RnnLayer extends RecurrentStack {
  private final RNN.Activation activation;

  /** Starts layers of a name, which their weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layers. */
  public static final class Builder extends RecurrentBuilder<Builder, RnnLayer> {
    private Activation activation = Activation.TANH;

    private Builder(String name) {
      super(name);
    }

    /** Sets {@link Activation#TANH}, the default, or {@link Activation#RELU}. */
    public Builder optActivation(Activation function) {
      activation = function;
      return this;
    }

    @Override
    RnnLayer create() {
      return new RnnLayer(name, inputs, units, direction, dropout, activation);
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
   * @param activation {@link Activation#TANH} or {@link Activation#RELU}
   * @throws IllegalArgumentException if a size is below 1, there are no units, the dropout is
   *     outside [0, 1), or PyTorch has no simple recurrent network with this activation
   */
  public RnnLayer(
      String name,
      int inputs,
      int[] units,
      Direction direction,
      double dropout,
      Activation activation) {
    super(name, inputs, units, direction, dropout, 1, Initializer.constant(0));
    this.activation =
        switch (activation) {
          case TANH -> RNN.Activation.TANH;
          case RELU -> RNN.Activation.RELU;
          case NONE, SIGMOID, GELU ->
              throw new IllegalArgumentException(
                  "activation is " + activation + ", must be TANH or RELU");
        };
  }

  @Override
  boolean bounded() {
    return activation == RNN.Activation.TANH;
  }

  @Override
  public RnnLayer recurrentDropout(double rate) {
    super.recurrentDropout(rate);
    return this;
  }

  @Override
  public RnnLayer residual() {
    super.residual();
    return this;
  }

  @Override
  public RnnLayer learnedInitialState() {
    super.learnedInitialState();
    return this;
  }

  @Override
  Cell cell() {
    return activation == RNN.Activation.TANH ? Cell.TANH : Cell.RELU;
  }

  @Override
  NDList operator(NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return values
        .getNDArrayInternal()
        .rnn(values, state.get(0), weights, true, layers, activation, 0, training, false, true);
  }
}
