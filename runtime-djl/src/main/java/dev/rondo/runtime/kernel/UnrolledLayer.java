package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A GRU or simple recurrent layer over whole sequences whose backward pass, too, is ours:
 * backpropagation through time (Werbos 1990, "Backpropagation through time: what it does and how to
 * do it"). PyTorch's operators record every step and add up the gradients of the weights step by
 * step; here these are one product for all steps, and both directions are computed side by side.
 *
 * <p>For the CPU: CUDA has fused operators for both passes.
 */
public final class UnrolledLayer implements Tape.Operation {
  private final Cell cell;
  private final Tape tape;
  private final NDArray state;
  private final List<Way> ways;
  private final List<NDArray> outputs;
  private final NDArray gradients;
  private final NDArray states;
  private final List<NDArray> kept;
  private final boolean[] required;

  /**
   * One direction.
   *
   * @param values (batch, time, inputs), in the order in which they are read
   * @param state h before the first step, (batch, units)
   * @param weights of a GRU or a simple recurrent layer
   */
  public record Way(NDArray values, NDArray state, CellWeights weights) {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if they do not belong together or the cell is an LSTM
     */
    public Way {
      if (weights.cell() == Cell.LSTM) {
        throw new IllegalArgumentException(
            "an LSTM is not unrolled: PyTorch fuses both its passes");
      }
      Shapes.dimensions("values", values, 3);
      Shape shape = values.getShape();
      Shapes.require("values", values, shape.get(0), shape.get(1), weights.inputs());
      Shapes.require("state", state, shape.get(0), weights.units());
    }
  }

  private UnrolledLayer(List<Way> ways, Tape tape) {
    this.ways = ways;
    this.tape = tape;
    cell = ways.get(0).weights().cell();
    NDArray values = ways.get(0).values();
    // a copy, which stays when whoever gave the states closes them
    state = NDArrays.stack(new NDList(ways.stream().map(Way::state).toList()));
    state.attach(values.getManager());
    CellWeights weights = ways.get(0).weights();
    long sums = (long) cell.gates() * weights.units();
    long forWeights = ways.size() * sums * (weights.inputs() + weights.units());
    long forSteps = size(weights.inputs() + (cell == Cell.GRU ? 2 : 1) * sums);
    NDArray memory = tape.ownMemory(forWeights + forSteps + ways.size() * sums * weights.units());
    gradients = part(memory, 0, forWeights);
    List<NDArray> arrays = new ArrayList<>();
    arrays.add(part(memory, forWeights, memory.size()));
    arrays.addAll(others(ways.stream().map(Way::values).toList()));
    ways.forEach(way -> arrays.addAll(way.weights().arrays()));
    NDList results = call("unroll", values, state, arrays);
    int directions = ways.size();
    outputs = List.copyOf(results.subList(0, directions));
    states = results.get(directions);
    kept = List.copyOf(results.subList(directions + 1, results.size() - 1));
    long[] flags = results.get(results.size() - 1).toLongArray();
    required = new boolean[flags.length];
    for (int i = 0; i < flags.length; i++) {
      required[i] = flags[i] != 0;
    }
  }

  /**
   * Runs a layer forward.
   *
   * @param ways one direction, or two that are equally wide and as long
   * @param tape on which the backward pass is noted; gradients must be recorded on this thread,
   *     which alone the arrays must belong to
   * @return for each direction h at each step, (batch, time, units)
   * @throws IllegalArgumentException if the directions do not belong together
   */
  public static List<NDArray> run(List<Way> ways, Tape tape) {
    Way first = ways.get(0);
    for (Way way : ways.subList(1, ways.size())) {
      Shapes.require("values", way.values(), first.values().getShape().getShape());
      Shapes.require("state", way.state(), first.state().getShape().getShape());
      if (way.weights().cell() != first.weights().cell()) {
        throw new IllegalArgumentException(
            "one direction is " + first.weights().cell() + ", the other " + way.weights().cell());
      }
    }
    UnrolledLayer layer = new UnrolledLayer(List.copyOf(ways), tape);
    tape.add(layer);
    return layer.outputs;
  }

  /** Returns a part of memory that lasts; the part itself goes with the step. */
  private NDArray part(NDArray memory, long from, long to) {
    NDArray part = memory.get(new NDIndex().addSliceDim(from, to));
    part.attach(state.getManager());
    return part;
  }

  /** Returns the size of arrays with so many numbers for each step of each row and direction. */
  private long size(long numbers) {
    Shape shape = ways.get(0).values().getShape();
    return ways.size() * shape.get(0) * shape.get(1) * numbers;
  }

  private NDList call(String method, NDArray first, NDArray second, List<NDArray> arrays) {
    return Kernels.of(first.getManager())
        .call(method, List.of(first, second), new double[] {cell.code()}, arrays);
  }

  private static List<NDArray> others(List<NDArray> arrays) {
    return arrays.subList(1, arrays.size());
  }

  @Override
  public List<NDArray> inputs() {
    List<NDArray> inputs = new ArrayList<>();
    inputs.add(state);
    for (Way way : ways) {
      inputs.add(way.values());
      inputs.addAll(way.weights().arrays());
    }
    return required(inputs);
  }

  /** Returns those that require a gradient. */
  private List<NDArray> required(List<NDArray> all) {
    return IntStream.range(0, required.length).filter(i -> required[i]).mapToObj(all::get).toList();
  }

  @Override
  public List<NDArray> outputs() {
    return outputs;
  }

  @Override
  public NDList backward(List<NDArray> gradients) {
    List<NDArray> arrays = new ArrayList<>();
    int between = cell == Cell.GRU ? 8 : 3;
    arrays.add(tape.sharedMemory(size((long) between * ways.get(0).weights().units())));
    arrays.add(this.gradients);
    arrays.addAll(kept);
    arrays.addAll(others(gradients));
    ways.forEach(way -> arrays.add(way.weights().inputWeight()));
    return new NDList(required(call("unroll_back", states, gradients.get(0), arrays)));
  }
}
