package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Runs a Jordan network (Jordan 1986) in one direction step by step: at each step it gets the
 * output of the dense layers behind it at the step before.
 *
 * @param activation {@link Activation#TANH} or {@link Activation#RELU}
 * @param inputWeight w_ih (units, inputs)
 * @param feedbackWeight w_yh (units, outputs)
 * @param inputBias b_ih (units)
 * @param feedbackBias b_yh (units)
 * @param dense the layers behind, at least one
 * @param residual whether the dense layers get h + x instead of h
 */
public record JordanLoop(
    Activation activation,
    NDArray inputWeight,
    NDArray feedbackWeight,
    NDArray inputBias,
    NDArray feedbackBias,
    List<Dense> dense,
    boolean residual) {
  /**
   * A dense layer.
   *
   * @param weight (outputs, inputs)
   * @param bias (outputs)
   */
  public record Dense(NDArray weight, NDArray bias, Activation activation) {}

  /**
   * Checks that the layers belong together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public JordanLoop {
    dense = List.copyOf(dense);
    if (activation != Activation.TANH && activation != Activation.RELU) {
      throw new IllegalArgumentException("activation is " + activation + ", must be TANH or RELU");
    }
    if (dense.isEmpty()) {
      throw new IllegalArgumentException("there is no dense layer whose output could be fed back");
    }
    Shapes.dimensions("inputWeight", inputWeight, 2);
    long units = inputWeight.getShape().get(0);
    long width = units;
    for (Dense layer : dense) {
      Shapes.dimensions("a dense weight", layer.weight(), 2);
      long outputs = layer.weight().getShape().get(0);
      Shapes.require("a dense weight", layer.weight(), outputs, width);
      Shapes.require("a dense bias", layer.bias(), outputs);
      width = outputs;
    }
    Shapes.require("feedbackWeight", feedbackWeight, units, width);
    Shapes.require("inputBias", inputBias, units);
    Shapes.require("feedbackBias", feedbackBias, units);
    if (residual) {
      Shapes.require("inputWeight of a residual layer", inputWeight, units, units);
    }
  }

  /**
   * What the network gives.
   *
   * @param outputs what the dense layers get at each step, (batch, time, units)
   * @param fedBack the output of the dense layers at the last step, (batch, outputs)
   */
  public record Result(NDArray outputs, NDArray fedBack) {}

  /**
   * Runs the network. The gradient is recorded if gradients are recorded on this thread; then the
   * arrays must belong to this thread alone.
   *
   * @param values (batch, time, inputs); owns the results through its manager
   * @param fedBack before the first step, (batch, outputs); none for zeros
   * @param mask (batch, outputs), by which the output is multiplied before it is fed back, the same
   *     at each step; none for no dropout
   * @param real (batch, time, 1), 1 where what the step before gave is fed back and 0 where zeros
   *     are, as in padding; none for 1
   * @throws IllegalArgumentException if shapes do not belong together
   */
  public Result run(
      NDArray values, Optional<NDArray> fedBack, Optional<NDArray> mask, Optional<NDArray> real) {
    Shapes.dimensions("values", values, 3);
    Shape shape = values.getShape();
    Shapes.require("values", values, shape.get(0), shape.get(1), inputWeight.getShape().get(1));
    long[] fedBackShape = {shape.get(0), feedbackWeight.getShape().get(1)};
    fedBack.ifPresent(array -> Shapes.require("fedBack", array, fedBackShape));
    mask.ifPresent(array -> Shapes.require("mask", array, fedBackShape));
    real.ifPresent(array -> Shapes.require("real", array, shape.get(0), shape.get(1), 1));
    NDManager manager = values.getManager();
    NDArray y = fedBack.orElseGet(() -> manager.zeros(new Shape(fedBackShape)));
    List<NDArray> arrays =
        new ArrayList<>(List.of(inputWeight, feedbackWeight, inputBias, feedbackBias));
    for (Dense layer : dense) {
      arrays.add(layer.weight());
      arrays.add(layer.bias());
    }
    mask.ifPresent(arrays::add);
    real.ifPresent(arrays::add);
    double[] options = options(mask.isPresent(), real.isPresent());
    NDList results = Kernels.of(manager).call("jordan", List.of(values, y), options, arrays);
    return new Result(results.get(0), results.get(1));
  }

  private double[] options(boolean masked, boolean padded) {
    Cell cell = activation == Activation.TANH ? Cell.TANH : Cell.RELU;
    return DoubleStream.concat(
            DoubleStream.of(cell.code(), residual ? 1 : 0, masked ? 1 : 0, padded ? 1 : 0),
            dense.stream().mapToDouble(layer -> code(layer.activation())))
        .toArray();
  }

  /** Returns its number in {@code kernels.py}. */
  static int code(Activation activation) {
    return switch (activation) {
      case NONE -> 0;
      case RELU -> 1;
      case TANH -> 2;
      case SIGMOID -> 3;
      case GELU -> 4;
    };
  }
}
