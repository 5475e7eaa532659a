package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.reference.ReferenceCell;
import dev.rondo.runtime.reference.ReferenceStack;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random weights of recurrent layers on top of each other, for kernels and for the equations. */
final class Stack {
  private final Cell cell;
  private final int layers;
  private final boolean bidirectional;
  private final Weights weights;

  Stack(Cell cell, int inputs, int[] units, boolean bidirectional, long seed) {
    this.cell = cell;
    this.layers = units.length;
    this.bidirectional = bidirectional;
    Map<String, long[]> shapes = new LinkedHashMap<>();
    long width = inputs;
    for (int k = 0; k < layers; k++) {
      long rows = (long) cell.gates() * units[k];
      for (String suffix : suffixes(k)) {
        shapes.put("rnn.weight_ih_" + suffix, new long[] {rows, width});
        shapes.put("rnn.weight_hh_" + suffix, new long[] {rows, units[k]});
        shapes.put("rnn.bias_ih_" + suffix, new long[] {rows});
        shapes.put("rnn.bias_hh_" + suffix, new long[] {rows});
      }
      width = (long) units[k] * (bidirectional ? 2 : 1);
    }
    weights = ReferenceWeights.random(shapes, 0.7, seed);
  }

  private List<String> suffixes(int layer) {
    return bidirectional ? List.of("l" + layer, "l" + layer + "_reverse") : List.of("l" + layer);
  }

  /** Returns the weights as arrays of PyTorch, by name. */
  Map<String, NDArray> arrays(NDManager manager) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                arrays.put(
                    name, manager.create(tensor.values(), new Shape(tensor.shape())).duplicate()));
    return arrays;
  }

  /** Puts such arrays together. */
  List<CellWeights> cells(Map<String, NDArray> arrays) {
    List<NDArray> all = new ArrayList<>(arrays.values());
    List<CellWeights> cells = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 4) {
      cells.add(new CellWeights(cell, all.get(i), all.get(i + 1), all.get(i + 2), all.get(i + 3)));
    }
    return cells;
  }

  List<CellWeights> cells(NDManager manager) {
    return cells(arrays(manager));
  }

  Map<String, double[]> weights() {
    return ReferenceWeights.of(weights);
  }

  ReferenceStack equations(Map<String, double[]> values) {
    ReferenceCell equation =
        switch (cell) {
          case LSTM -> ReferenceCell.LSTM;
          case GRU -> ReferenceCell.GRU;
          case TANH -> ReferenceCell.RNN_TANH;
          case RELU -> ReferenceCell.RNN_RELU;
        };
    Direction direction = bidirectional ? Direction.BIDIRECTIONAL : Direction.FORWARD;
    return new ReferenceStack(equation, "rnn", layers, direction, values);
  }

  ReferenceStack equations() {
    return equations(weights());
  }
}
