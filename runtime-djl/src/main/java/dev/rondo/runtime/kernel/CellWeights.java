package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.rondo.runtime.cell.JavaCell;
import dev.rondo.runtime.plan.Operator;
import java.util.List;

/**
 * The weights of one recurrent layer in one direction, in PyTorch's layout; G stands for the gates
 * of the cell. Does not own the arrays.
 *
 * @param cell what the layer computes
 * @param inputWeight w_ih (G · units, inputs)
 * @param hiddenWeight w_hh (G · units, units)
 * @param inputBias b_ih (G · units)
 * @param hiddenBias b_hh (G · units)
 * @param initial h and, of an LSTM, c before the first step, (units); empty for zeros
 */
public record CellWeights(
    Cell cell,
    NDArray inputWeight,
    NDArray hiddenWeight,
    NDArray inputBias,
    NDArray hiddenBias,
    List<NDArray> initial) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if they do not belong together
   */
  public CellWeights {
    initial = List.copyOf(initial);
    Shapes.dimensions("inputWeight", inputWeight, 2);
    Shapes.dimensions("hiddenWeight", hiddenWeight, 2);
    long units = hiddenWeight.getShape().get(1);
    long rows = cell.gates() * units;
    Shapes.require("hiddenWeight", hiddenWeight, rows, units);
    Shapes.require("inputWeight", inputWeight, rows, inputWeight.getShape().get(1));
    Shapes.require("inputBias", inputBias, rows);
    Shapes.require("hiddenBias", hiddenBias, rows);
    if (!initial.isEmpty() && initial.size() != cell.states()) {
      throw new IllegalArgumentException(
          "an initial state of " + initial.size() + " arrays, expected " + cell.states());
    }
    for (NDArray state : initial) {
      Shapes.require("initial", state, units);
    }
  }

  /**
   * Creates the weights of a layer that starts at zeros.
   *
   * @throws IllegalArgumentException if the shapes do not belong together
   */
  public CellWeights(
      Cell cell, NDArray inputWeight, NDArray hiddenWeight, NDArray inputBias, NDArray hiddenBias) {
    this(cell, inputWeight, hiddenWeight, inputBias, hiddenBias, List.of());
  }

  /** Returns the features that come in. */
  public int inputs() {
    return Math.toIntExact(inputWeight.getShape().get(1));
  }

  /** Returns the features that go out. */
  public int units() {
    return Math.toIntExact(hiddenWeight.getShape().get(1));
  }

  /**
   * Returns the values of the state before the first step.
   *
   * @param part 0 for h, 1 for c of an LSTM
   */
  float[] initial(int part) {
    return initial.isEmpty() ? new float[units()] : initial.get(part).toFloatArray();
  }

  /** Returns the largest magnitude that h can have, the first included; 0 if nothing bounds it. */
  double bound() {
    if (cell == Cell.RELU) {
      return 0;
    }
    double most = 1;
    for (float value : initial(0)) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  /** Returns how many weights there are. */
  public long size() {
    return arrays().stream().mapToLong(NDArray::size).sum();
  }

  /** Returns the layer in plain Java, with the weights as they are now. */
  public JavaCell inJava() {
    return new JavaCell(
        Operator.Recurrence.valueOf(cell.name()),
        inputWeight.toFloatArray(),
        hiddenWeight.toFloatArray(),
        inputBias.toFloatArray(),
        hiddenBias.toFloatArray(),
        initial(0),
        cell == Cell.LSTM ? initial(1) : new float[0]);
  }

  /**
   * Returns how many products of two numbers a token takes, about: one for each weight of the
   * layers and of the output layer on them.
   */
  public static long products(List<CellWeights> layers, NDArray denseWeight) {
    return layers.stream().mapToLong(CellWeights::products).sum() + denseWeight.size();
  }

  /** Returns how many products of two numbers a step takes, about: one for each weight. */
  long products() {
    return inputWeight.size() + hiddenWeight.size();
  }

  /** Returns the arrays in PyTorch's order. */
  List<NDArray> arrays() {
    return List.of(inputWeight, hiddenWeight, inputBias, hiddenBias);
  }

  /**
   * Checks that layers stand on top of each other.
   *
   * @param layers from the lowest
   * @return the features that the highest gives
   * @throws IllegalArgumentException if there is no layer, or one does not fit on the one below
   */
  static int requireStacked(List<CellWeights> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a stack needs at least one layer");
    }
    int width = layers.get(0).inputs();
    for (int i = 0; i < layers.size(); i++) {
      CellWeights layer = layers.get(i);
      if (layer.inputs() != width) {
        throw new IllegalArgumentException(
            "layer " + i + " takes " + layer.inputs() + " features, but gets " + width);
      }
      width = layer.units();
    }
    return width;
  }

  /** Returns the weights in the form that a step reads, in the given manager. */
  List<NDArray> prepared(Kernels kernels, NDManager manager) {
    try (Arguments arguments = new Arguments();
        IValue arrays = kernels.run("prepare", arguments.number(cell.code()).arrays(arrays()))) {
      return List.of(arrays.toTensorArray((PtNDManager) manager));
    }
  }
}
