package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.RecurrentLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One or more recurrent layers on top of each other, computed by PyTorch's fused operators; by a
 * loop where these do not know what the layers are to do.
 *
 * <p>Weights for each layer {@code k} and direction (suffix {@code _reverse} for backward): {@code
 * weight_ih_lk} (gates · units, inputs), {@code weight_hh_lk} (gates · units, units), {@code
 * bias_ih_lk} and {@code bias_hh_lk} (gates · units), in PyTorch's gate order. The initial state is
 * zero, unless a {@link StreamState} goes on from an earlier one.
 *
 * <p>Padding is exact (see {@link Lengths}): a backward layer runs forward over the reversed
 * sequences. So a bidirectional layer is two calls of the operator; a stack of one direction is one
 * call, as long as its layers are equally wide and nothing is done between them.
 */
public abstract class RecurrentStack extends Layer {
  /** A weight that drives a sum far below zero, whatever else adds to it. */
  private static final float FAR = 1e30f;

  private final int[] units;
  private final Direction direction;
  private final int inputs;
  private double dropout;
  private double recurrentDropout;
  private boolean residual;
  private final List<List<Parameter>> forward = new ArrayList<>();
  private final List<List<Parameter>> backward = new ArrayList<>();

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

  private List<Parameter> addCell(
      String suffix, int gates, int inputs, int units, Initializer inputBias) {
    int rows = Math.multiplyExact(gates, units);
    return List.of(
        addWeight("weight_ih" + suffix, Initializer.xavier(gates), rows, inputs),
        addWeight("weight_hh" + suffix, Initializer.orthogonal(), rows, units),
        addWeight("bias_ih" + suffix, inputBias, rows),
        addWeight("bias_hh" + suffix, Initializer.constant(0), rows));
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
            "layer \"%s\" cannot be residual: its layer %d gets %d features and gives %d"
                .formatted(name(), layer, inputs(layer), outputs(layer)));
      }
    }
    residual = true;
    return this;
  }

  private int inputs(int layer) {
    return layer == 0 ? inputs : outputs(layer - 1);
  }

  private int outputs(int layer) {
    return units[layer] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
  }

  private boolean residual(int layer) {
    return residual && inputs(layer) == outputs(layer);
  }

  /**
   * Returns every step's output: (batch, time, inputs) to (batch, time, units), both directions
   * joined.
   */
  public Sequences forward(Pass pass, Sequences sequences) {
    Lengths lengths = sequences.lengths();
    NDArray values = sequences.values();
    return sequences.with(
        switch (direction) {
          case FORWARD -> run(pass, values, lengths, forward);
          case BACKWARD -> lengths.reverse(run(pass, lengths.reverse(values), lengths, backward));
          case BIDIRECTIONAL -> {
            int top = units.length - 1;
            NDArray below = belowTop(pass, values, lengths);
            yield joined(pass, below, lengths, top, 0);
          }
        });
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
    NDList before = state.of(name());
    NDList after = new NDList();
    NDArray values = run(pass, sequences.values(), sequences.lengths(), forward, before, after);
    state.put(name(), after);
    return sequences.with(values);
  }

  /** Returns whether a kernel computes single steps of these layers. */
  boolean hasSteps() {
    return direction == Direction.FORWARD && !residual && forward.get(0).size() == 4;
  }

  /**
   * Returns the weights of each layer for {@link dev.rondo.runtime.kernel.StepStack}, from the
   * lowest; only if it {@linkplain #hasSteps() computes} them.
   *
   * @throws IllegalStateException if the layers also read backward
   */
  List<CellWeights> cells() {
    requireForward();
    return forward.stream()
        .map(
            weights ->
                new CellWeights(
                    cell(),
                    weights.get(0).getArray(),
                    weights.get(1).getArray(),
                    weights.get(2).getArray(),
                    weights.get(3).getArray()))
        .toList();
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
    return switch (direction) {
      case FORWARD -> lengths.last(run(pass, values, lengths, forward));
      case BACKWARD -> lengths.last(run(pass, lengths.reverse(values), lengths, backward));
      case BIDIRECTIONAL -> {
        int top = units.length - 1;
        NDArray below = belowTop(pass, values, lengths);
        NDArray reversed = lengths.reverse(below);
        List<List<Parameter>> topForward = forward.subList(top, top + 1);
        List<List<Parameter>> topBackward = backward.subList(top, top + 1);
        NDArray ahead = lengths.last(compute(pass, below, lengths, topForward));
        NDArray back = lengths.last(compute(pass, reversed, lengths, topBackward));
        if (residual(top)) {
          ahead = ahead.add(lengths.last(below).get(":, :{}", units[top]));
          back = back.add(lengths.last(reversed).get(":, {}:", units[top]));
        }
        yield ahead.concat(back, -1);
      }
    };
  }

  /** Runs a bidirectional stack up to below its top layer. */
  private NDArray belowTop(Pass pass, NDArray values, Lengths lengths) {
    NDArray below = values;
    for (int layer = 0; layer < units.length - 1; layer++) {
      below = joined(pass, below, lengths, layer, dropout);
    }
    return below;
  }

  private NDArray joined(Pass pass, NDArray values, Lengths lengths, int layer, double dropped) {
    NDArray ahead = compute(pass, values, lengths, forward.subList(layer, layer + 1));
    NDArray back =
        compute(pass, lengths.reverse(values), lengths, backward.subList(layer, layer + 1));
    NDArray both = ahead.concat(lengths.reverse(back), -1);
    NDArray result = DropoutLayer.apply(pass, both, dropped);
    return residual(layer) ? result.add(values) : result;
  }

  private NDArray run(Pass pass, NDArray values, Lengths lengths, List<List<Parameter>> cells) {
    return run(pass, values, lengths, cells, new NDList(), new NDList());
  }

  /**
   * Runs a stack of one direction: layers of equal width in one call, where that is possible.
   *
   * @param before for each layer h and, of an LSTM, c, (batch, units); empty for zeros
   * @param after is given the state after the last step
   */
  private NDArray run(
      Pass pass,
      NDArray values,
      Lengths lengths,
      List<List<Parameter>> cells,
      NDList before,
      NDList after) {
    boolean oneByOne = silences(lengths) || residual || loops(pass);
    NDArray result = values;
    for (int from = 0, to; from < units.length; from = to) {
      to = from + 1;
      while (to < units.length && units[to] == units[from] && !oneByOne) {
        to++;
      }
      int states = cell().states();
      NDList state = before.isEmpty() ? before : before.subNDList(from * states, to * states);
      NDList results = compute(pass, result, lengths, cells.subList(from, to), state);
      after.addAll(results.subNDList(1));
      NDArray output = results.get(0);
      if (to < units.length) {
        output = DropoutLayer.apply(pass, output, dropout);
      }
      result = residual(from) ? output.add(result) : output;
    }
    return result;
  }

  private NDArray compute(Pass pass, NDArray values, Lengths lengths, List<List<Parameter>> cells) {
    return compute(pass, values, lengths, cells, new NDList()).get(0);
  }

  /**
   * Runs layers of one direction, which are equally wide.
   *
   * @param state before the first step; empty for zeros
   * @return the outputs, then the state after the last step
   */
  private NDList compute(
      Pass pass, NDArray values, Lengths lengths, List<List<Parameter>> cells, NDList state) {
    long width = cells.get(0).get(0).getShape().get(1);
    if (values.getShape().get(2) != width) {
      // PyTorch's LSTM on the CPU does not check this, and would read beyond the weights
      throw new IllegalArgumentException(
          "layer \""
              + name()
              + "\" takes steps of "
              + width
              + " features, found "
              + values.getShape().get(2));
    }
    NDList weights = new NDList();
    for (List<Parameter> cell : cells) {
      for (Parameter parameter : cell) {
        weights.add(pass.weight(parameter));
      }
    }
    NDArray steps = values;
    if (silences(lengths)) {
      // a channel more: 0 at real steps; at padding it makes the sum in the cell far below zero
      steps = lengths.mask().sub(1).concat(values, -1);
      Shape column = new Shape(weights.get(0).getShape().get(0), 1);
      weights.set(0, pass.manager().full(column, FAR).concat(weights.get(0), -1));
    }
    checkState(state, steps.getShape().get(0), cells);
    return loops(pass)
        ? loop(pass, steps, weights, state)
        : fused(pass, steps, weights, cells.size(), state);
  }

  /** PyTorch's LSTM on the CPU does not check these shapes either. */
  private void checkState(NDList state, long batch, List<List<Parameter>> cells) {
    for (int i = 0; i < state.size(); i++) {
      Parameter hidden = cells.get(i / cell().states()).get(1);
      Shape expected = new Shape(batch, hidden.getShape().get(1));
      if (!state.get(i).getShape().equals(expected)) {
        throw new IllegalArgumentException(
            "layer \""
                + name()
                + "\" has a state of shape "
                + state.get(i).getShape()
                + ", expected "
                + expected);
      }
    }
  }

  private NDList fused(Pass pass, NDArray steps, NDList weights, int layers, NDList state) {
    int states = cell().states();
    NDList start = new NDList();
    for (int part = 0; part < states; part++) {
      start.add(
          state.isEmpty()
              ? pass.manager().zeros(stateShape(steps, weights, layers))
              : stacked(pass, state, part, states));
    }
    NDList results = operator(steps, start, weights, layers, dropout, pass.training());
    NDList all = new NDList(results.get(0));
    for (int layer = 0; layer < layers; layer++) {
      for (int part = 0; part < states; part++) {
        all.add(results.get(1 + part).get(layer));
      }
    }
    return all;
  }

  private static Shape stateShape(NDArray steps, NDList weights, int layers) {
    return new Shape(layers, steps.getShape().get(0), weights.get(1).getShape().get(1));
  }

  /** Puts a part of the layers' states, h or c, into one array. */
  private static NDArray stacked(Pass pass, NDList state, int part, int states) {
    NDList same = new NDList();
    for (int i = part; i < state.size(); i += states) {
      same.add(state.get(i));
    }
    NDArray all = NDArrays.stack(same);
    all.attach(pass.manager());
    return all;
  }

  /** Runs one layer step by step. */
  private NDList loop(Pass pass, NDArray steps, NDList weights, NDList state) {
    CellWeights cell =
        new CellWeights(cell(), weights.get(0), weights.get(1), weights.get(2), weights.get(3));
    Optional<NDArray> peephole =
        weights.size() > 4 ? Optional.of(weights.get(4)) : Optional.empty();
    Optional<NDArray> mask =
        RecurrentDropout.mask(pass, recurrentDropout, steps.getShape().get(0), cell.units());
    RecurrentLoop.Result result = new RecurrentLoop(cell, peephole, mask).run(steps, state);
    NDList all = new NDList(result.outputs());
    all.addAll(result.state());
    return all;
  }

  private boolean loops(Pass pass) {
    boolean peephole = (forward.isEmpty() ? backward : forward).get(0).size() > 4;
    return peephole || (pass.training() && recurrentDropout > 0);
  }

  private boolean silences(Lengths lengths) {
    return lengths.padded() && !bounded();
  }

  /**
   * Returns whether states stay within bounds whatever the weights. Where they do not, they could
   * grow over the padding until they are infinite, and infinity times a gradient of zero is no
   * number: the padding is then silenced.
   */
  boolean bounded() {
    return true;
  }

  /** Adds weights by which the gates i, f and o see the cell; called before training starts. */
  final void addPeepholes() {
    addPeepholes(forward, "");
    addPeepholes(backward, "_reverse");
  }

  private void addPeepholes(List<List<Parameter>> cells, String suffix) {
    for (int layer = 0; layer < cells.size(); layer++) {
      List<Parameter> cell = new ArrayList<>(cells.get(layer));
      String name = "weight_ph_l" + layer + suffix;
      cell.add(addWeight(name, Initializer.constant(0), Math.multiplyExact(3, units[layer])));
      cells.set(layer, cell);
    }
  }

  /** Changes how the input biases start; called before training starts. */
  final void inputBias(Initializer initializer) {
    forward.forEach(cell -> initialize(cell.get(2), initializer));
    backward.forEach(cell -> initialize(cell.get(2), initializer));
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
      NDArray values, NDList state, NDList weights, int layers, double dropout, boolean training);
}
