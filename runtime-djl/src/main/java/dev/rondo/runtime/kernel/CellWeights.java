package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
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
 */
public record CellWeights(
    Cell cell, NDArray inputWeight, NDArray hiddenWeight, NDArray inputBias, NDArray hiddenBias) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if they do not belong together
   */
  public CellWeights {
    Shapes.dimensions("inputWeight", inputWeight, 2);
    Shapes.dimensions("hiddenWeight", hiddenWeight, 2);
    long units = hiddenWeight.getShape().get(1);
    long rows = cell.gates() * units;
    Shapes.require("hiddenWeight", hiddenWeight, rows, units);
    Shapes.require("inputWeight", inputWeight, rows, inputWeight.getShape().get(1));
    Shapes.require("inputBias", inputBias, rows);
    Shapes.require("hiddenBias", hiddenBias, rows);
  }

  /** Returns the features that come in. */
  public int inputs() {
    return Math.toIntExact(inputWeight.getShape().get(1));
  }

  /** Returns the features that go out. */
  public int units() {
    return Math.toIntExact(hiddenWeight.getShape().get(1));
  }

  /** Returns the arrays in PyTorch's order. */
  List<NDArray> arrays() {
    return List.of(inputWeight, hiddenWeight, inputBias, hiddenBias);
  }
}
