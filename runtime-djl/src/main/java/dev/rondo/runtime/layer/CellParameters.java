package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.Cell;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.plan.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of one recurrent layer in one direction, in PyTorch's layout; G stands for the gates
 * of the cell.
 *
 * @param suffix by which the names of the weights end
 * @param units hidden units
 * @param inputWeight w_ih (G · units, inputs)
 * @param hiddenWeight w_hh (G · units, units)
 * @param inputBias b_ih (G · units)
 * @param hiddenBias b_hh (G · units)
 * @param peephole (3 · units), of the gates i, f, o; none for gates that do not see the cell
 * @param initial h and, of an LSTM, c before the first step, (units) each; empty for zeros
 */
record CellParameters(
    String suffix,
    int units,
    Parameter inputWeight,
    Parameter hiddenWeight,
    Parameter inputBias,
    Parameter hiddenBias,
    Optional<Parameter> peephole,
    List<Parameter> initial) {
  CellParameters {
    initial = List.copyOf(initial);
  }

  CellParameters withPeephole(Parameter added) {
    return new CellParameters(
        suffix,
        units,
        inputWeight,
        hiddenWeight,
        inputBias,
        hiddenBias,
        Optional.of(added),
        initial);
  }

  CellParameters withInitial(List<Parameter> added) {
    return new CellParameters(
        suffix, units, inputWeight, hiddenWeight, inputBias, hiddenBias, peephole, added);
  }

  long inputs() {
    return inputWeight.getShape().get(1);
  }

  /** Returns the arrays that stand for them in a pass, in the order of the fused operators. */
  List<NDArray> arrays(Pass pass) {
    List<NDArray> arrays = new ArrayList<>();
    for (Parameter parameter : List.of(inputWeight, hiddenWeight, inputBias, hiddenBias)) {
      arrays.add(pass.weight(parameter));
    }
    return arrays;
  }

  /** Returns what stands for them in a plan. */
  Operator.Recurrent operator(Cell cell) {
    Operator.Recurrence recurrence =
        switch (cell) {
          case LSTM -> Operator.Recurrence.LSTM;
          case GRU -> Operator.Recurrence.GRU;
          case TANH -> Operator.Recurrence.TANH;
          case RELU -> Operator.Recurrence.RELU;
        };
    return new Operator.Recurrent(
        recurrence,
        Math.toIntExact(inputs()),
        units,
        inputWeight.getName(),
        hiddenWeight.getName(),
        inputBias.getName(),
        hiddenBias.getName(),
        initial.stream().map(Parameter::getName).toList());
  }

  /** Returns the weights' own arrays, as those of a cell. */
  CellWeights own(Cell cell) {
    return new CellWeights(
        cell,
        inputWeight.getArray(),
        hiddenWeight.getArray(),
        inputBias.getArray(),
        hiddenBias.getArray(),
        initial.stream().map(Parameter::getArray).toList());
  }

  /** Returns the arrays that stand for them in a pass, as those of a cell. */
  CellWeights weights(Pass pass, Cell cell) {
    List<NDArray> arrays = arrays(pass);
    return new CellWeights(cell, arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3));
  }
}
