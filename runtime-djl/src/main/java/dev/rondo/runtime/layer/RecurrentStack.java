package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Attention;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.FeedingLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One or more recurrent layers on top of each other, computed by PyTorch's fused operators; by a
 * loop where these do not know what the layers are to do.
 *
 * <p>Weights for each layer {@code k} and direction (suffix {@code _reverse} for backward): {@code
 * weight_ih_lk} (gates · units, inputs), {@code weight_hh_lk} (gates · units, units), {@code
 * bias_ih_lk} and {@code bias_hh_lk} (gates · units), in PyTorch's gate order. The initial state is
 * zero or {@linkplain #learnedInitialState() learned}, unless a {@link StreamState} goes on from an
 * earlier one.
 *
 * <p>Padding is exact (see {@link Lengths}): a backward layer runs forward over the reversed
 * sequences. So a bidirectional layer is two calls of the operator; a stack of one direction is one
 * call, as long as its layers are equally wide and nothing is done between them.
 */
public abstract class RecurrentStack extends Layer {
  private final int[] units;
  private final Direction direction;
  private final int inputs;
  private double dropout;
  private double recurrentDropout;
  private boolean residual;
  private final List<CellParameters> forward = new ArrayList<>();
  private final List<CellParameters> backward = new ArrayList<>();

  RecurrentStack(
      String name,
      int inputs,
      int[] units,
      Direction direction,
      double dropout,
      int gates,
      Initializer inputBias) {
    super(name);
    if (units.length == 0) {
      throw new IllegalArgumentException("units are empty, a recurrent layer needs at least one");
    }
    this.units = units.clone();
    this.direction = direction;
    this.dropout = rate(dropout, "dropout");
    this.inputs = atLeastOne(inputs, "inputs");
    int width = inputs;
    for (int layer = 0; layer < units.length; layer++) {
      atLeastOne(units[layer], "units");
      if (direction != Direction.BACKWARD) {
        forward.add(addCell("_l" + layer, gates, width, units[layer], inputBias));
      }
      if (direction != Direction.FORWARD) {
        backward.add(addCell("_l" + layer + "_reverse", gates, width, units[layer], inputBias));
      }
      width = units[layer] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
    }
  }

  private CellParameters addCell(
      String suffix, int gates, int inputs, int units, Initializer inputBias) {
    int rows = Math.multiplyExact(gates, units);
    return new CellParameters(
        suffix,
        units,
        addWeight("weight_ih" + suffix, Initializer.xavier(gates), rows, inputs),
        addWeight("weight_hh" + suffix, Initializer.orthogonal(), rows, units),
        addWeight("bias_ih" + suffix, inputBias, rows),
        addWeight("bias_hh" + suffix, Initializer.constant(0), rows),
        Optional.empty(),
        List.of());
  }

  /**
   * Changes the share of values dropped between the layers; before training starts.
   *
   * @throws IllegalArgumentException if the rate is outside [0, 1)
   */
  public void dropout(double rate) {
    dropout = rate(rate, "dropout");
  }

  /**
   * Changes the share of the fed back values dropped in training, by one mask for all steps of a
   * sequence (Gal and Ghahramani 2016, "A theoretically grounded application of dropout in
   * recurrent neural networks"); before training starts. Above 0, training runs step by step.
   *
   * @return this
   * @throws IllegalArgumentException if the rate is outside [0, 1)
   */
  public RecurrentStack recurrentDropout(double rate) {
    recurrentDropout = rate(rate, "recurrentDropout");
    return this;
  }

  @Override
  Map<String, Double> dropoutRates() {
    Map<String, Double> rates = new LinkedHashMap<>();
    rates.put("dropout", dropout);
    rates.put("recurrentDropout", recurrentDropout);
    return rates;
  }

  /**
   * Adds to what each layer gives what it gets, (He et al. 2016, "Deep residual learning for image
   * recognition"). The lowest layer is left out if it gets another number of features than it
   * gives. What dropout between the layers drops is dropped before the sum.
   *
   * @return this
   * @throws IllegalArgumentException if another layer gets another number of features than it
   *     gives, or the lowest is the only one
   */
  public RecurrentStack residual() {
    for (int layer = 0; layer < units.length; layer++) {
      boolean mayDiffer = layer == 0 && units.length > 1;
      if (!mayDiffer && inputs(layer) != outputs(layer)) {
        throw new IllegalArgumentException(
            "layer \"%s\" cannot be residual: its layer %s gets %s features and gives %s"
                .formatted(name(), layer, inputs(layer), outputs(layer)));
      }
    }
    residual = true;
    return this;
  }

  /**
   * Learns the state before the first step, which else is zero: weights {@code initial_h_lk} and,
   * of an LSTM, {@code initial_c_lk} (units) for each layer {@code k} and direction. They start at
   * 0. Where a {@link StreamState} has rows that start anew, those start with them too.
   *
   * @return this
   */
  public RecurrentStack learnedInitialState() {
    extend(
        cell -> {
          List<Parameter> initial = new ArrayList<>();
          for (String part : hasCell() ? List.of("h", "c") : List.of("h")) {
            String name = "initial_" + part + cell.suffix();
            initial.add(addWeight(name, Initializer.constant(0), cell.units()));
          }
          return cell.withInitial(initial);
        });
    return this;
  }

  /** Gives the layers further weights; called before training starts. */
  final void extend(UnaryOperator<CellParameters> change) {
    forward.replaceAll(change);
    backward.replaceAll(change);
  }

  /** Returns whether the state before the first step is learned. */
  boolean learnsInitialState() {
    return !lowest().initial().isEmpty();
  }

  private CellParameters lowest() {
    return (forward.isEmpty() ? backward : forward).get(0);
  }

  /** Returns the features that come in. */
  int inputs() {
    return inputs;
  }

  /** Returns how many layers there are. */
  int layers() {
    return units.length;
  }

  /** Returns whether the state of a layer is h and c, as that of an LSTM. */
  boolean hasCell() {
    return cell().states() == 2;
  }

  boolean readsForwardOnly() {
    return direction == Direction.FORWARD;
  }

  private int inputs(int layer) {
    return layer == 0 ? inputs : outputs(layer - 1);
  }

  /** Returns the features that a layer gives, both directions joined. */
  int outputs(int layer) {
    return units[layer] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
  }

  /** Returns whether any layer adds what it gets to what it gives. */
  boolean addsInputs() {
    return residual;
  }

  boolean residual(int layer) {
    return residual && inputs(layer) == outputs(layer);
  }

  /**
   * Returns every step's output: (batch, time, inputs) to (batch, time, units), both directions
   * joined.
   */
  public Sequences forward(Pass pass, Sequences sequences) {
    RecurrentRun run = new RecurrentRun(this, pass, sequences.lengths(), false);
    return sequences.with(outputs(run, sequences.values(), new NDList()));
  }

  /**
   * Returns every step's output, and the states of all layers and directions where each sequence
   * ends.
   */
  public EncoderStates encode(Pass pass, Sequences sequences) {
    RecurrentRun run = new RecurrentRun(this, pass, sequences.lengths(), true);
    NDList after = new NDList();
    Sequences outputs = sequences.with(outputs(run, sequences.values(), after));
    List<NDArray> hidden = new ArrayList<>();
    List<NDArray> cells = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      (i % cell().states() == 0 ? hidden : cells).add(after.get(i));
    }
    return new EncoderStates(outputs, hidden, cells);
  }

  private NDArray outputs(RecurrentRun run, NDArray values, NDList after) {
    Lengths lengths = run.lengths();
    return switch (direction) {
      case FORWARD -> run.oneWay(values, forward, new NDList(), after);
      case BACKWARD ->
          lengths.reverse(run.oneWay(lengths.reverse(values), backward, new NDList(), after));
      case BIDIRECTIONAL -> {
        int top = units.length - 1;
        NDArray below = belowTop(run, values, after);
        yield joined(run, below, top, false, after);
      }
    };
  }

  /**
   * Returns every step's output, and goes on from the state of the layers after the steps before:
   * (batch, time, inputs) to (batch, time, units).
   *
   * <p>A sequence that is padded must end here: its state is then no longer meant to be used.
   *
   * @param state is read, and becomes that after the last step
   * @throws IllegalStateException if the layers also read backward
   * @throws IllegalArgumentException if the state is that of other layers or another batch
   */
  public Sequences forward(Pass pass, Sequences sequences, StreamState state) {
    requireForward();
    if (pass.plans()) {
      return forward(pass, sequences); // from the first step on
    }
    NDList after = new NDList();
    RecurrentRun run = new RecurrentRun(this, pass, sequences.lengths(), false);
    NDArray values = run.oneWay(sequences.values(), forward, run.goneOnFrom(state, forward), after);
    state.put(name(), after);
    return sequences.with(values);
  }

  /**
   * Returns the output at each sequence's last real step, and goes on from the state of the layers
   * after the steps before: (batch, time, inputs) to (batch, units). For the rest like {@link
   * #forward(Pass, Sequences, StreamState)}.
   */
  public NDArray finalState(Pass pass, Sequences sequences, StreamState state) {
    return sequences.lengths().last(forward(pass, sequences, state).values());
  }

  /** Returns whether a kernel computes single steps of these layers. */
  public boolean hasSteps() {
    return direction == Direction.FORWARD && !residual && !hasPeepholes();
  }

  /**
   * Returns the weights of each layer for {@link dev.rondo.runtime.kernel.StepStack}, from the
   * lowest; only if it {@linkplain #hasSteps() computes} them.
   *
   * @throws IllegalStateException if the layers also read backward
   */
  public List<CellWeights> cells() {
    requireForward();
    return forward.stream().map(weights -> weights.own(cell())).toList();
  }

  /**
   * Returns these layers in a loop with attention, whose output they are fed.
   *
   * @param values what they are going to read beside it, (batch, time, features)
   * @throws IllegalStateException if the layers also read backward
   */
  FeedingLoop feeding(Pass pass, Attention attention, NDArray values) {
    requireForward();
    List<FeedingLoop.Layer> layers = new ArrayList<>();
    for (int layer = 0; layer < units.length; layer++) {
      CellParameters cell = forward.get(layer);
      layers.add(
          new FeedingLoop.Layer(
              cell.weights(pass, cell()),
              cell.peephole().map(pass::weight),
              RecurrentDropout.mask(
                  pass, name() + cell.suffix(), recurrentDropout, values, units[layer])));
    }
    Shape shape = values.getShape();
    List<NDArray> between = new ArrayList<>();
    for (int layer = 0; layer < units.length - 1; layer++) {
      Shape steps = new Shape(shape.get(1), shape.get(0), units[layer]);
      pass.mask(between(layer), dropout, values, steps).ifPresent(between::add);
    }
    return new FeedingLoop(attention, layers, between, residual);
  }

  private void requireForward() {
    if (direction != Direction.FORWARD) {
      throw new IllegalStateException(
          "layer \"" + name() + "\" reads backward: it has no state that could be gone on from");
    }
  }

  /**
   * Returns the output at each sequence's last real step, for the backward direction at its first:
   * (batch, time, inputs) to (batch, units), both directions joined.
   */
  public NDArray finalState(Pass pass, Sequences sequences) {
    Lengths lengths = sequences.lengths();
    NDArray values = sequences.values();
    RecurrentRun run = new RecurrentRun(this, pass, lengths, false);
    NDList none = new NDList();
    NDList after = new NDList();
    return switch (direction) {
      case FORWARD -> lengths.last(run.oneWay(values, forward, none, after));
      case BACKWARD -> lengths.last(run.oneWay(lengths.reverse(values), backward, none, after));
      case BIDIRECTIONAL -> {
        int top = units.length - 1;
        NDArray below = belowTop(run, values, after);
        NDArray reversed = lengths.reverse(below);
        List<NDList> both = run.bothWays(below, reversed, forward.get(top), backward.get(top));
        NDArray ahead = lengths.last(both.get(0).get(0));
        NDArray back = lengths.last(both.get(1).get(0));
        if (residual(top)) {
          ahead = ahead.add(features(lengths.last(below), 0, units[top]));
          back = back.add(features(lengths.last(reversed), units[top], 2 * units[top]));
        }
        yield ahead.concat(back, -1);
      }
    };
  }

  /** Returns the features of vectors from one number to before another. */
  private static NDArray features(NDArray vectors, int from, int to) {
    return vectors instanceof PlannedArray planned
        ? planned.slice(from, to)
        : vectors.get(":, {}:{}", from, to);
  }

  /** Runs a bidirectional stack up to below its top layer. */
  private NDArray belowTop(RecurrentRun run, NDArray values, NDList after) {
    NDArray below = values;
    for (int layer = 0; layer < units.length - 1; layer++) {
      below = joined(run, below, layer, true, after);
    }
    return below;
  }

  private NDArray joined(RecurrentRun run, NDArray values, int layer, boolean drops, NDList after) {
    NDArray both = run.bothWays(values, forward.get(layer), backward.get(layer), after);
    NDArray result = drops ? drop(run.pass(), layer, both) : both;
    return residual(layer) ? result.add(values) : result;
  }

  /** Drops from what a layer gives to the next. */
  NDArray drop(Pass pass, int layer, NDArray values) {
    return DropoutLayer.apply(pass, between(layer), values, dropout);
  }

  private String between(int layer) {
    return name() + "_l" + layer;
  }

  double dropout() {
    return dropout;
  }

  double recurrentDropout() {
    return recurrentDropout;
  }

  /** Returns whether the gates see the cell. */
  boolean hasPeepholes() {
    return lowest().peephole().isPresent();
  }

  @Override
  Optional<String> notPlanned() {
    return hasPeepholes() ? Optional.of("its gates see the cell") : Optional.empty();
  }

  /**
   * Returns whether states stay within bounds whatever the weights. Where they do not, they could
   * grow over the padding until they are infinite, and infinity times a gradient of zero is no
   * number: the padding is then silenced.
   */
  boolean bounded() {
    return true;
  }

  /** Changes how the input biases start; called before training starts. */
  final void inputBias(Initializer initializer) {
    forward.forEach(cell -> initialize(cell.inputBias(), initializer));
    backward.forEach(cell -> initialize(cell.inputBias(), initializer));
  }

  /** Returns what a layer computes, where it is computed step by step. */
  abstract Cell cell();

  /**
   * Calls PyTorch's operator over all steps.
   *
   * @param values (batch, time, inputs)
   * @param state h and, of an LSTM, c before the first step, (layers, batch, units)
   * @param weights four for each layer
   * @return the outputs (batch, time, units), then the state after the last step
   */
  abstract NDList operator(
      NDArray values, NDList state, NDList weights, int layers, boolean training);
}
