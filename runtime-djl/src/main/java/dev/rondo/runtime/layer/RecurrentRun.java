package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.RecurrentLoop;
import dev.rondo.runtime.kernel.Tape;
import dev.rondo.runtime.kernel.UnrolledLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs recurrent layers in a pass: by PyTorch's fused operators, by our own where these are slower
 * (GRU and simple recurrent layers in training on the CPU), or by a loop where neither knows what
 * the layers are to do.
 */
final class RecurrentRun {
  /** A weight that drives a sum far from zero, whatever else adds to it. */
  private static final float FAR = 1e30f;

  private final RecurrentStack stack;
  private final Pass pass;
  private final Lengths lengths;
  private final boolean exactEnds;

  /**
   * Creates a run.
   *
   * @param exactEnds whether the states after the last step have to be those after each sequence's
   *     last real step; else they are of use for sequences without padding only
   */
  RecurrentRun(RecurrentStack stack, Pass pass, Lengths lengths, boolean exactEnds) {
    this.stack = stack;
    this.pass = pass;
    this.lengths = lengths;
    this.exactEnds = exactEnds && lengths.padded();
  }

  Pass pass() {
    return pass;
  }

  Lengths lengths() {
    return lengths;
  }

  /**
   * Runs a stack of one direction: layers of equal width in one call, where that is possible.
   *
   * @param before for each layer h and, of an LSTM, c, (batch, units); empty for the initial state
   * @param after is given the state after the last step
   */
  NDArray oneWay(NDArray values, List<CellParameters> cells, NDList before, NDList after) {
    boolean oneCall = severalAtOnce();
    int states = stack.cell().states();
    NDArray result = values;
    for (int from = 0, to; from < cells.size(); from = to) {
      to = from + 1;
      while (to < cells.size() && cells.get(to).units() == cells.get(from).units() && oneCall) {
        to++;
      }
      NDList state = before.isEmpty() ? before : before.subNDList(from * states, to * states);
      NDList results = compute(result, cells.subList(from, to), state);
      after.addAll(results.subNDList(1));
      NDArray output = results.get(0);
      if (to < cells.size()) {
        output = stack.drop(pass, to - 1, output);
      }
      result = stack.residual(from) ? output.add(result) : output;
    }
    return result;
  }

  /**
   * Runs one layer in both directions, and joins what they give.
   *
   * @param after is given the joined state after the last step
   */
  NDArray bothWays(NDArray values, CellParameters forward, CellParameters backward, NDList after) {
    List<NDList> both = bothWays(values, lengths.reverse(values), forward, backward);
    NDList ahead = both.get(0);
    NDList back = both.get(1);
    for (int state = 1; state < ahead.size(); state++) {
      after.add(ahead.get(state).concat(back.get(state), -1));
    }
    return ahead.get(0).concat(lengths.reverse(back.get(0)), -1);
  }

  /**
   * Runs one layer in both directions, from the initial state on.
   *
   * @param reversed the values that the backward layer reads
   * @return for each direction what {@link #compute} returns; the backward one's is still reversed
   */
  List<NDList> bothWays(
      NDArray values, NDArray reversed, CellParameters forward, CellParameters backward) {
    NDList initial = new NDList();
    Optional<Tape> tape = tape();
    if (tape.isEmpty()) {
      return List.of(
          compute(values, List.of(forward), initial),
          compute(reversed, List.of(backward), initial));
    }
    return unrolled(
        List.of(
            prepared(values, List.of(forward), initial),
            prepared(reversed, List.of(backward), initial)),
        tape.get());
  }

  /**
   * Returns the state of a stream to go on from, in which rows that start anew have the initial
   * state; empty for the initial state of all.
   */
  NDList goneOnFrom(StreamState stream, List<CellParameters> cells) {
    NDList kept = stream.of(stack.name());
    Optional<boolean[]> anew = stream.anew(stack.name());
    if (!stack.learnsInitialState() || anew.isEmpty()) {
      return kept;
    }
    int rows = anew.get().length;
    NDArray picks = pass.manager().create(anew.get()).reshape(rows, 1);
    NDList initial = initial(cells, rows);
    NDList mixed = new NDList();
    for (int i = 0; i < kept.size(); i++) {
      NDArray own = initial.get(i);
      NDArray state = NDArrays.where(picks.broadcast(own.getShape()), own, kept.get(i));
      state.attach(pass.manager());
      mixed.add(state);
    }
    return mixed;
  }

  /** Returns the initial state where it is learned: (batch, units); nothing for zeros. */
  private NDList initial(List<CellParameters> cells, long batch) {
    NDList initial = new NDList();
    for (CellParameters cell : cells) {
      for (Parameter part : cell.initial()) {
        // the sum belongs to the pass, where a view of the weight would belong to the model
        NDArray zeros = pass.manager().zeros(new Shape(batch, cell.units()));
        initial.add(zeros.add(pass.weight(part)));
      }
    }
    return initial;
  }

  /** Returns whether several layers can be computed in one call. */
  private boolean severalAtOnce() {
    return !exactEnds
        && !silences()
        && !loops()
        && !drops()
        && !stack.addsInputs()
        && tape().isEmpty();
  }

  /**
   * Computes layers of one direction, which are equally wide.
   *
   * @param values (batch, time, inputs)
   * @param cells the layers; one only, unless {@link #severalAtOnce()}
   * @param state for each layer h and, of an LSTM, c before the first step, (batch, units); empty
   *     for the initial state
   * @return the outputs (batch, time, units), then the state after the last step
   */
  NDList compute(NDArray values, List<CellParameters> cells, NDList state) {
    if (pass.plans()) {
      return planned(values, cells);
    }
    Given given = prepared(values, cells, state);
    if (loops()) {
      return withEnds(loop(given, cells.get(0)));
    }
    return tape()
        .map(tape -> unrolled(List.of(given), tape).get(0))
        .orElseGet(() -> withEnds(fused(given, cells.size())));
  }

  /** Adds an operator for each layer to the plan; what the layers remember is not part of it. */
  private NDList planned(NDArray values, List<CellParameters> cells) {
    if (exactEnds) {
      throw new NotPlannedException("no operator of plans gives the states of all layers");
    }
    NDArray result = values;
    for (CellParameters cell : cells) {
      checkFeatures(result, cell);
      result = pass.planned(result, cell.units(), () -> cell.operator(stack.cell())).orElseThrow();
    }
    return new NDList(result);
  }

  /** What an operator is given: steps (batch, time, inputs), weights, and the state before. */
  private record Given(NDArray steps, NDList weights, NDList state) {
    Shape stateShape() {
      return new Shape(steps.getShape().get(0), weights.get(1).getShape().get(1));
    }
  }

  private Given prepared(NDArray values, List<CellParameters> cells, NDList state) {
    CellParameters lowest = cells.get(0);
    checkFeatures(values, lowest);
    NDList weights = new NDList();
    cells.forEach(cell -> weights.addAll(cell.arrays(pass)));
    NDArray steps = values;
    if (silences() || holds()) {
      // a channel more: 0 at real steps, -1 at padding, where it decides what the cell does
      steps = lengths.mask().sub(1).concat(values, -1);
      weights.set(0, atPadding(lowest).concat(weights.get(0), -1));
    }
    long batch = steps.getShape().get(0);
    checkState(state, batch, cells);
    return new Given(steps, weights, state.isEmpty() ? initial(cells, batch) : state);
  }

  /** PyTorch's LSTM on the CPU does not check this, and would read beyond the weights. */
  private void checkFeatures(NDArray values, CellParameters lowest) {
    if (values.getShape().get(2) != lowest.inputs()) {
      throw new IllegalArgumentException(
          "layer \""
              + stack.name()
              + "\" takes steps of "
              + lowest.inputs()
              + " features, found "
              + values.getShape().get(2));
    }
  }

  private NDList withEnds(NDList results) {
    if (exactEnds) {
      // what the padding makes of c is c, but h is another in the padding
      results.set(1, lengths.last(results.get(0)));
    }
    return results;
  }

  /** Whether the states of relu, which know no bounds, are kept at zero over the padding. */
  private boolean silences() {
    return lengths.padded() && !stack.bounded();
  }

  /** Whether the cells of an LSTM are kept as they are over the padding. */
  private boolean holds() {
    return exactEnds && stack.cell() == Cell.LSTM;
  }

  /**
   * Returns the weights (G · units, 1) of the channel that is -1 at padding. They drive the sum of
   * relu far below zero; those of an LSTM close its input gate and open its forget gate.
   */
  private NDArray atPadding(CellParameters cell) {
    int units = cell.units();
    if (!holds()) {
      return pass.manager().full(new Shape(units, 1), FAR);
    }
    float[] gates = new float[Cell.LSTM.gates() * units];
    for (int unit = 0; unit < units; unit++) {
      gates[unit] = FAR;
      gates[units + unit] = -FAR;
    }
    return pass.manager().create(gates, new Shape(gates.length, 1));
  }

  /** PyTorch's LSTM on the CPU does not check these shapes either. */
  private void checkState(NDList state, long batch, List<CellParameters> cells) {
    for (int i = 0; i < state.size(); i++) {
      Shape expected = new Shape(batch, cells.get(i / stack.cell().states()).units());
      if (!state.get(i).getShape().equals(expected)) {
        throw new IllegalArgumentException(
            "layer \""
                + stack.name()
                + "\" has a state of shape "
                + state.get(i).getShape()
                + ", expected "
                + expected);
      }
    }
  }

  /** Returns where our own operators are noted; empty if PyTorch's are used, or a loop. */
  private Optional<Tape> tape() {
    boolean unrolls = stack.cell() != Cell.LSTM && !loops() && !pass.manager().getDevice().isGpu();
    return unrolls ? pass.tape() : Optional.empty();
  }

  private List<NDList> unrolled(List<Given> directions, Tape tape) {
    List<UnrolledLayer.Way> ways = new ArrayList<>();
    for (Given given : directions) {
      NDArray state =
          given.state().isEmpty() ? pass.manager().zeros(given.stateShape()) : given.state().get(0);
      ways.add(new UnrolledLayer.Way(given.steps(), state, weights(given)));
    }
    List<NDList> results = new ArrayList<>();
    for (NDArray output : UnrolledLayer.run(ways, tape)) {
      results.add(withEnds(new NDList(output, output.get(":, -1"))));
    }
    return results;
  }

  private CellWeights weights(Given given) {
    NDList arrays = given.weights();
    return new CellWeights(
        stack.cell(), arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3));
  }

  private NDList fused(Given given, int layers) {
    int states = stack.cell().states();
    NDList start = new NDList();
    for (int part = 0; part < states; part++) {
      start.add(
          given.state().isEmpty()
              ? pass.manager().zeros(new Shape(layers).addAll(given.stateShape()))
              : stacked(given.state(), part, states));
    }
    NDList results = stack.operator(given.steps(), start, given.weights(), layers, pass.training());
    NDList all = new NDList(results.get(0));
    for (int layer = 0; layer < layers; layer++) {
      for (int part = 0; part < states; part++) {
        all.add(results.get(1 + part).get(layer));
      }
    }
    return all;
  }

  /** Puts a part of the layers' states, h or c, into one array. */
  private NDArray stacked(NDList state, int part, int states) {
    NDList same = new NDList();
    for (int i = part; i < state.size(); i += states) {
      same.add(state.get(i));
    }
    NDArray all = NDArrays.stack(same);
    all.attach(pass.manager());
    return all;
  }

  /** Runs one layer step by step. */
  private NDList loop(Given given, CellParameters cell) {
    CellWeights arrays = weights(given);
    Optional<NDArray> peephole = cell.peephole().map(pass::weight);
    Optional<NDArray> mask =
        RecurrentDropout.mask(
            pass,
            stack.name() + cell.suffix(),
            stack.recurrentDropout(),
            given.steps(),
            arrays.units());
    RecurrentLoop.Result result =
        new RecurrentLoop(arrays, peephole, mask).run(given.steps(), given.state());
    NDList all = new NDList(result.outputs());
    all.addAll(result.state());
    return all;
  }

  /** Whether values are dropped between the layers: by us, who know which masks. */
  private boolean drops() {
    return pass.training() && stack.dropout() > 0;
  }

  private boolean loops() {
    return stack.hasPeepholes() || (pass.training() && stack.recurrentDropout() > 0);
  }
}
