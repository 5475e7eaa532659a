package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.CellWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One or more recurrent layers on top of each other, computed by PyTorch's fused operators.
 *
 * <p>Weights for each layer {@code k} and direction (suffix {@code _reverse} for backward): {@code
 * weight_ih_lk} (gates · units, inputs), {@code weight_hh_lk} (gates · units, units), {@code
 * bias_ih_lk} and {@code bias_hh_lk} (gates · units), in PyTorch's gate order. The initial state is
 * zero, unless a {@link StreamState} goes on from an earlier one.
 *
 * <p>Padding is exact (see {@link Lengths}): a backward layer runs forward over the reversed
 * sequences. So a bidirectional layer is two calls of the operator; a stack of one direction is one
 * call, as long as its layers are equally wide.
 */
public abstract class RecurrentStack extends Layer {
  /** A weight that drives a sum far below zero, whatever else adds to it. */
  private static final float FAR = 1e30f;

  private final int[] units;
  private final Direction direction;
  private double dropout;
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
    int width = atLeastOne(inputs, "inputs");
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
   * Returns every step's hidden state: (batch, time, inputs) to (batch, time, units), both
   * directions joined.
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
            yield joined(pass, below, lengths, top);
          }
        });
  }

  /**
   * Returns every step's hidden state, and goes on from the state of the layers after the steps
   * before: (batch, time, inputs) to (batch, time, units).
   *
   * <p>A sequence that is padded must end here: its state is then no longer meant to be used.
   *
   * @param state is read, and becomes that after the last step
   * @throws IllegalStateException if the layers also read backward
   */
  public Sequences forward(Pass pass, Sequences sequences, StreamState state) {
    requireForward();
    NDList before = state.of(name());
    NDList after = new NDList();
    NDArray values = run(pass, sequences.values(), sequences.lengths(), forward, before, after);
    state.put(name(), after);
    return sequences.with(values);
  }

  /**
   * Returns the weights of each layer for {@link dev.rondo.runtime.kernel.StepStack}, from the
   * lowest; empty if it has no such cell.
   *
   * @throws IllegalStateException if the layers also read backward
   */
  public Optional<List<CellWeights>> cells() {
    requireForward();
    return cell()
        .map(
            cell ->
                forward.stream()
                    .map(
                        weights ->
                            new CellWeights(
                                cell,
                                weights.get(0).getArray(),
                                weights.get(1).getArray(),
                                weights.get(2).getArray(),
                                weights.get(3).getArray()))
                    .toList());
  }

  private void requireForward() {
    if (direction != Direction.FORWARD) {
      throw new IllegalStateException(
          "layer \"" + name() + "\" reads backward: it has no state that could be gone on from");
    }
  }

  /** Returns the cell that computes single steps of these layers; empty if there is none. */
  abstract Optional<Cell> cell();

  /**
   * Returns the hidden state after each sequence's last real step, for the backward direction after
   * its first: (batch, time, inputs) to (batch, units), both directions joined.
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
        List<List<Parameter>> topForward = forward.subList(top, top + 1);
        List<List<Parameter>> topBackward = backward.subList(top, top + 1);
        NDArray ahead = lengths.last(fused(pass, below, lengths, topForward));
        NDArray back = lengths.last(fused(pass, lengths.reverse(below), lengths, topBackward));
        yield ahead.concat(back, -1);
      }
    };
  }

  /** Runs a bidirectional stack up to below its top layer. */
  private NDArray belowTop(Pass pass, NDArray values, Lengths lengths) {
    NDArray below = values;
    for (int layer = 0; layer < units.length - 1; layer++) {
      below = DropoutLayer.apply(pass, joined(pass, below, lengths, layer), dropout);
    }
    return below;
  }

  private NDArray joined(Pass pass, NDArray values, Lengths lengths, int layer) {
    NDArray ahead = fused(pass, values, lengths, forward.subList(layer, layer + 1));
    NDArray back =
        fused(pass, lengths.reverse(values), lengths, backward.subList(layer, layer + 1));
    return ahead.concat(lengths.reverse(back), -1);
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
    NDArray result = values;
    for (int from = 0, to; from < units.length; from = to) {
      to = from + 1;
      while (to < units.length && units[to] == units[from] && !silences(lengths)) {
        to++;
      }
      if (from > 0) {
        result = DropoutLayer.apply(pass, result, dropout);
      }
      int states = before.size() / units.length;
      NDList state = stacked(pass, before, from * states, to * states, states);
      NDList results = fused(pass, result, lengths, cells.subList(from, to), state);
      result = results.get(0);
      for (int layer = 0; layer < to - from; layer++) {
        for (int part = 1; part < results.size(); part++) {
          after.add(results.get(part).get(layer));
        }
      }
    }
    return result;
  }

  /** Puts the states of layers into one array for h and, of an LSTM, one for c. */
  private static NDList stacked(Pass pass, NDList all, int from, int to, int states) {
    NDList stacked = new NDList();
    for (int part = 0; part < states; part++) {
      NDList same = new NDList();
      for (int i = from + part; i < to; i += states) {
        same.add(all.get(i));
      }
      NDArray one = NDArrays.stack(same);
      one.attach(pass.manager());
      stacked.add(one);
    }
    return stacked;
  }

  private NDArray fused(Pass pass, NDArray values, Lengths lengths, List<List<Parameter>> cells) {
    return fused(pass, values, lengths, cells, new NDList()).get(0);
  }

  private NDList fused(
      Pass pass, NDArray values, Lengths lengths, List<List<Parameter>> cells, NDList before) {
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
    Shape weightShape = cells.get(0).get(1).getShape();
    Shape stateShape = new Shape(cells.size(), values.getShape().get(0), weightShape.get(1));
    NDList state = before;
    if (before.isEmpty()) {
      NDArray zeros = pass.manager().zeros(stateShape);
      state = new NDList(zeros, zeros);
    }
    for (NDArray array : state) {
      // not checked by PyTorch's LSTM on the CPU either
      if (!array.getShape().equals(stateShape)) {
        throw new IllegalArgumentException(
            "layer \""
                + name()
                + "\" has a state of shape "
                + array.getShape()
                + ", expected "
                + stateShape);
      }
    }
    return operator(steps, state, weights, cells.size(), dropout, pass.training());
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

  /**
   * Calls PyTorch's operator over all steps.
   *
   * @param values (batch, time, inputs)
   * @param state h and c before the first step, (layers, batch, units); c is read by an LSTM only
   * @param weights four for each layer
   * @return the outputs (batch, time, units), then the state after the last step: h and, of an
   *     LSTM, c
   */
  abstract NDList operator(
      NDArray values, NDList state, NDList weights, int layers, double dropout, boolean training);
}
