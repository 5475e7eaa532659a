package dev.rondo.runtime.layer;

import dev.rondo.layer.Direction;

/**
 * The options that all stacks of recurrent layers have. Inputs and units must be set; the others
 * have the defaults of the annotations.
 *
 * @param <B> the builder itself
 * @param <L> the layers that it builds
 */
public abstract class RecurrentBuilder<B extends RecurrentBuilder<B, L>, L extends RecurrentStack> {
  final String name;
  int inputs;
  int[] units = {};
  Direction direction = Direction.FORWARD;
  double dropout;
  private double recurrentDropout;
  private boolean residual;
  private boolean learnedInitialState;

  RecurrentBuilder(String name) {
    this.name = name;
  }

  /** Sets the features of a step. Required. */
  public B setInputs(int features) {
    inputs = features;
    return self();
  }

  /** Sets the hidden units of each layer, from the lowest. Required. */
  public B setUnits(int... unitsOfLayers) {
    units = unitsOfLayers.clone();
    return self();
  }

  /** Sets in which direction the layers read; {@link Direction#FORWARD} by default. */
  public B optDirection(Direction readsIn) {
    direction = readsIn;
    return self();
  }

  /** Sets the share of the values dropped between the layers in training; 0 by default. */
  public B optDropout(double rate) {
    dropout = rate;
    return self();
  }

  /**
   * Sets the share of what is fed back that is dropped in training, as {@link
   * RecurrentStack#recurrentDropout(double)} does; 0 by default.
   */
  public B optRecurrentDropout(double rate) {
    recurrentDropout = rate;
    return self();
  }

  /** Adds to what each layer gives what it gets, as {@link RecurrentStack#residual()} does. */
  public B optResidual() {
    residual = true;
    return self();
  }

  /**
   * Learns the state before the first step, as {@link RecurrentStack#learnedInitialState()} does;
   * by default it is zero.
   */
  public B optLearnedInitialState() {
    learnedInitialState = true;
    return self();
  }

  /**
   * Creates the layers.
   *
   * @throws IllegalArgumentException if a size is below 1 or was not set, a rate is outside [0, 1),
   *     or the layers cannot do what an option asks for
   */
  public L build() {
    L layers = create();
    if (residual) {
      layers.residual();
    }
    if (learnedInitialState) {
      layers.learnedInitialState();
    }
    if (recurrentDropout != 0) {
      layers.recurrentDropout(recurrentDropout);
    }
    return layers;
  }

  abstract L create();

  abstract B self();
}
