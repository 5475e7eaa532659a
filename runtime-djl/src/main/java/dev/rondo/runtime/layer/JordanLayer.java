package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.JordanLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Jordan network (Jordan 1986, "Serial order: a parallel distributed processing approach"),
 * equation as in {@link dev.rondo.layer.Recurrent}: what it feeds back is the output of the dense
 * layers directly behind it. It runs step by step.
 *
 * <p>Weights, by which it is told apart from a simple recurrent network: {@code weight_ih_l0}
 * (units, inputs), {@code weight_yh_l0} (units, outputs), {@code bias_ih_l0} and {@code bias_yh_l0}
 * (units). What is fed back at the first step is zero. Padding is exact as in the other recurrent
 * layers.
 */
public final class JordanLayer extends Layer {
  private final int inputs;
  private final int units;
  private final int outputs;
  private final Direction direction;
  private final Activation activation;
  private final Parameter inputWeight;
  private final Parameter feedbackWeight;
  private final Parameter inputBias;
  private final Parameter feedbackBias;
  private double recurrentDropout;
  private boolean residual;

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int inputs;
    private int units;
    private int outputs;
    private Direction direction = Direction.FORWARD;
    private Activation activation = Activation.TANH;
    private double recurrentDropout;
    private boolean residual;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the features of a step. Required. */
    public Builder setInputs(int features) {
      inputs = features;
      return this;
    }

    /** Sets the hidden units. Required. */
    public Builder setUnits(int hidden) {
      units = hidden;
      return this;
    }

    /** Sets the features that the dense layers behind it give. Required. */
    public Builder setOutputs(int features) {
      outputs = features;
      return this;
    }

    /** Sets forward, the default, or backward. */
    public Builder optDirection(Direction readsIn) {
      direction = readsIn;
      return this;
    }

    /** Sets {@link Activation#TANH}, the default, or {@link Activation#RELU}. */
    public Builder optActivation(Activation function) {
      activation = function;
      return this;
    }

    /** Sets the share of what is fed back that is dropped in training; 0 by default. */
    public Builder optRecurrentDropout(double rate) {
      recurrentDropout = rate;
      return this;
    }

    /** Adds to what the layer gives what it gets, as {@link JordanLayer#residual()} does. */
    public Builder optResidual() {
      residual = true;
      return this;
    }

    /**
     * Creates the layer.
     *
     * @throws IllegalArgumentException if a size is below 1 or was not set, a rate is outside [0,
     *     1), or the layer cannot do what an option asks for
     */
    public JordanLayer build() {
      JordanLayer layer =
          new JordanLayer(name, inputs, units, outputs, direction, activation)
              .recurrentDropout(recurrentDropout);
      return residual ? layer.residual() : layer;
    }
  }

  /**
   * Creates the layer.
   *
   * @param inputs features of a step
   * @param units hidden units
   * @param outputs features that the dense layers behind it give
   * @param direction forward or backward: in both directions, the output at a step would have to be
   *     known before the step
   * @param activation {@link Activation#TANH} or {@link Activation#RELU}
   * @throws IllegalArgumentException if a size is below 1, or the direction or activation is
   *     another
   */
  public JordanLayer(
      String name, int inputs, int units, int outputs, Direction direction, Activation activation) {
    super(name);
    this.inputs = atLeastOne(inputs, "inputs");
    this.units = atLeastOne(units, "units");
    this.outputs = atLeastOne(outputs, "outputs");
    if (direction == Direction.BIDIRECTIONAL) {
      throw new IllegalArgumentException("direction is BIDIRECTIONAL, must be one");
    }
    if (activation != Activation.TANH && activation != Activation.RELU) {
      throw new IllegalArgumentException("activation is " + activation + ", must be TANH or RELU");
    }
    this.direction = direction;
    this.activation = activation;
    inputWeight = addWeight("weight_ih_l0", Initializer.xavier(1), units, inputs);
    feedbackWeight = addWeight("weight_yh_l0", Initializer.xavier(1), units, outputs);
    inputBias = addWeight("bias_ih_l0", Initializer.constant(0), units);
    feedbackBias = addWeight("bias_yh_l0", Initializer.constant(0), units);
  }

  /**
   * Changes the share of the fed back values dropped in training, by one mask for all steps of a
   * sequence (Gal and Ghahramani 2016); before training starts.
   *
   * @return this
   * @throws IllegalArgumentException if the rate is outside [0, 1)
   */
  public JordanLayer recurrentDropout(double rate) {
    recurrentDropout = rate(rate, "recurrentDropout");
    return this;
  }

  /**
   * Adds to what the layer gives what it gets; the dense layers get the sum.
   *
   * @return this
   * @throws IllegalArgumentException if the layer gets another number of features than it gives
   */
  public JordanLayer residual() {
    if (inputs != units) {
      throw new IllegalArgumentException(
          "layer \"%s\" cannot be residual: it gets %s features and gives %s"
              .formatted(name(), inputs, units));
    }
    residual = true;
    return this;
  }

  @Override
  Optional<String> notPlanned() {
    return Optional.of("it is fed back what the layers behind it give");
  }

  /**
   * Returns the hidden state at every step: (batch, time, inputs) to (batch, time, units).
   *
   * @param dense the layers directly behind, whose output is fed back
   */
  public Sequences forward(Pass pass, Sequences sequences, DenseLayer... dense) {
    NDArray states = run(pass, sequences, Optional.empty(), dense);
    return sequences.with(
        direction == Direction.FORWARD ? states : sequences.lengths().reverse(states));
  }

  /**
   * Returns the hidden state at every step, and goes on from what was fed back after the steps
   * before: (batch, time, inputs) to (batch, time, units).
   *
   * <p>A sequence that is padded must end here: its state is then no longer meant to be used.
   *
   * @param state is read, and becomes that after the last step
   * @param dense the layers directly behind, whose output is fed back
   * @throws IllegalStateException if the layer reads backward
   * @throws IllegalArgumentException if the state is that of another layer or another batch
   */
  public Sequences forward(Pass pass, Sequences sequences, StreamState state, DenseLayer... dense) {
    if (direction != Direction.FORWARD) {
      throw new IllegalStateException(
          "layer \"" + name() + "\" reads backward: it has no state that could be gone on from");
    }
    return sequences.with(run(pass, sequences, Optional.of(state), dense));
  }

  /**
   * Returns the hidden state at each sequence's last real step, and goes on from what was fed back
   * after the steps before: (batch, time, inputs) to (batch, units). For the rest like {@link
   * #forward(Pass, Sequences, StreamState, DenseLayer...)}.
   */
  public NDArray finalState(
      Pass pass, Sequences sequences, StreamState state, DenseLayer... dense) {
    return sequences.lengths().last(forward(pass, sequences, state, dense).values());
  }

  /**
   * Returns the hidden state at each sequence's last real step, backward at its first: (batch,
   * time, inputs) to (batch, units).
   *
   * @param dense the layers directly behind, whose output is fed back
   */
  public NDArray finalState(Pass pass, Sequences sequences, DenseLayer... dense) {
    return sequences.lengths().last(run(pass, sequences, Optional.empty(), dense));
  }

  @Override
  Map<String, Double> dropoutRates() {
    return Map.of("recurrentDropout", recurrentDropout);
  }

  /** Returns the hidden states in the order in which the layer reads. */
  private NDArray run(
      Pass pass, Sequences sequences, Optional<StreamState> state, DenseLayer... dense) {
    Lengths lengths = sequences.lengths();
    NDArray values = sequences.values();
    NDArray steps = direction == Direction.FORWARD ? values : lengths.reverse(values);
    List<JordanLoop.Dense> behind = new ArrayList<>();
    for (DenseLayer layer : dense) {
      behind.add(layer.inLoop(pass));
    }
    JordanLoop loop =
        new JordanLoop(
            activation,
            pass.weight(inputWeight),
            pass.weight(feedbackWeight),
            pass.weight(inputBias),
            pass.weight(feedbackBias),
            behind,
            residual);
    Optional<NDArray> mask = RecurrentDropout.mask(pass, name(), recurrentDropout, steps, outputs);
    // without bounds, states could grow over the padding until they are infinite: see
    // RecurrentStack
    boolean silences = lengths.padded() && activation == Activation.RELU;
    Optional<NDArray> real = silences ? Optional.of(lengths.mask()) : Optional.empty();
    Optional<NDArray> before =
        state.map(kept -> kept.of(name())).filter(kept -> !kept.isEmpty()).map(kept -> kept.get(0));
    JordanLoop.Result result = loop.run(steps, before, mask, real);
    state.ifPresent(kept -> kept.put(name(), new NDList(result.fedBack())));
    return result.outputs();
  }
}
