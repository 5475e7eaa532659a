package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Cell;

/**
 * Gated recurrent units (Cho et al. 2014), in the form that resets after the matrix product;
 * equations and gate order (r, z, n) as in {@link dev.rondo.layer.GRU}.
 */
public final class GruLayer extends RecurrentStack {
  private static final int GATES = 3;

  /** Starts layers of a name, which their weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layers. */
  public static final class Builder extends RecurrentBuilder<Builder, GruLayer> {
    private Builder(String name) {
      super(name);
    }

    @Override
    GruLayer create() {
      return new GruLayer(name, inputs, units, direction, dropout);
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
  public GruLayer(String name, int inputs, int[] units, Direction direction, double dropout) {
    super(name, inputs, units, direction, dropout, GATES, Initializer.constant(0));
  }

  @Override
  public GruLayer recurrentDropout(double rate) {
    super.recurrentDropout(rate);
    return this;
  }

  @Override
  public GruLayer residual() {
    super.residual();
    return this;
  }

  @Override
  public GruLayer learnedInitialState() {
    super.learnedInitialState();
    return this;
  }

  @Override
  Cell cell() {
    return Cell.GRU;
  }

  @Override
  NDList operator(NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return values
        .getNDArrayInternal()
        .gru(values, state.get(0), weights, true, layers, 0, training, false, true);
  }
}
