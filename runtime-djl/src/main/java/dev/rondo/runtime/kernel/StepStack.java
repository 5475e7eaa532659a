package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent layers on top of each other, and perhaps a dense layer on them, ready to be run one
 * step at a time. It gives what the layers give over the whole sequence.
 *
 * <p>PyTorch's fused operators reorder their weights at every call, which takes several times as
 * long as a step. So the weights are brought into the form that a step reads when the stack is
 * made: it holds copies of those of LSTM and simple recurrent layers, and does not see later
 * changes of the originals. Wherever gradients are on, a step records none.
 *
 * <p>Safe for use by many threads; they must be done before {@link #close()}.
 */
public final class StepStack implements AutoCloseable {
  private final NDManager parent;
  private final boolean int8;
  private final Kernels kernels;
  private final List<Integer> stateWidths = new ArrayList<>();
  private final float[] initial;
  private final int inputs;
  private final IValue cells;
  private final IValue weights;
  private final IValue dense;

  private StepStack(
      NDManager parent, List<CellWeights> layers, List<NDArray> dense, Optional<double[]> bounds) {
    this.parent = parent;
    this.int8 = bounds.isPresent();
    this.kernels = int8 ? Kernels.ofInt8(parent) : Kernels.of(parent);
    int width = CellWeights.requireStacked(layers);
    this.inputs = layers.get(0).inputs();
    for (CellWeights layer : layers) {
      for (int state = 0; state < layer.cell().states(); state++) {
        stateWidths.add(layer.units());
      }
    }
    this.initial = initial(layers, stateSize());
    int outputs = dense.isEmpty() ? width : Math.toIntExact(dense.get(0).getShape().get(0));
    for (NDArray weight : dense) {
      if (weight.getShape().dimension() == 2) {
        Shapes.require("the dense weight", weight, outputs, width);
      } else {
        Shapes.require("the dense bias", weight, outputs);
      }
    }
    this.cells = IValue.listFrom(layers.stream().mapToLong(l -> l.cell().code()).toArray());
    this.weights = bounds.map(most -> packed(layers, most)).orElseGet(() -> prepared(layers));
    this.dense = Arguments.list(dense);
  }

  private static float[] initial(List<CellWeights> layers, int size) {
    FloatBuffer values = FloatBuffer.allocate(size);
    for (CellWeights layer : layers) {
      for (int state = 0; state < layer.cell().states(); state++) {
        values.put(layer.initial(state));
      }
    }
    return values.array();
  }

  private IValue prepared(List<CellWeights> layers) {
    try (NDManager scratch = newScratch()) {
      List<NDArray> all = new ArrayList<>();
      layers.forEach(layer -> all.addAll(layer.prepared(kernels, scratch)));
      return Arguments.list(all);
    }
  }

  /** Whole numbers of 8 bits, packed in the order that their products read them. */
  private IValue packed(List<CellWeights> layers, double[] bounds) {
    List<NDArray> all = layers.stream().flatMap(layer -> layer.arrays().stream()).toList();
    try (Arguments arguments = new Arguments()) {
      return run(
          "cells",
          arguments.kept(cells).arrays(all).reals(bounds).number(QuantizedEngine.levels()));
    }
  }

  /**
   * Prepares layers.
   *
   * @param manager of the device; must be open as long as the stack is used
   * @param layers from the lowest, at least one
   * @throws IllegalArgumentException if there is no layer, or one does not fit on the one below
   */
  public static StepStack of(NDManager manager, List<CellWeights> layers) {
    return create(manager, layers, List.of());
  }

  /**
   * Prepares layers and a dense layer on the output of the highest, {@code U h + b}.
   *
   * @param manager of the device; must be open as long as the stack is used
   * @param layers from the lowest, at least one
   * @param denseWeight U (outputs, units)
   * @param denseBias b (outputs)
   * @throws IllegalArgumentException if there is no layer, or one does not fit on the one below
   */
  public static StepStack of(
      NDManager manager, List<CellWeights> layers, NDArray denseWeight, NDArray denseBias) {
    Shapes.dimensions("the dense weight", denseWeight, 2);
    return create(manager, layers, List.of(denseWeight, denseBias));
  }

  private static StepStack create(
      NDManager manager, List<CellWeights> layers, List<NDArray> dense) {
    return new StepStack(manager, layers, dense, Optional.empty());
  }

  /**
   * Prepares layers whose products are of whole numbers of 8 bits. {@link #step} does not take such
   * a step.
   *
   * @param bounds for each layer the largest magnitude of its h, 0 where it is not known
   */
  static StepStack int8(NDManager manager, List<CellWeights> layers, double[] bounds) {
    return new StepStack(manager, layers, List.of(), Optional.of(bounds));
  }

  /**
   * What a step gives.
   *
   * @param output of the dense layer, without one h of the highest layer: (batch, outputs), in the
   *     manager that was asked for
   * @param state after the step, to be closed by the caller
   */
  public record Step(NDArray output, StepState state) {}

  /**
   * Takes a step.
   *
   * @param manager owns the output
   * @param input (batch, inputs)
   * @param state before the step, which stays as it is
   * @throws IllegalArgumentException if the input's shape does not fit, or the state is another
   *     stack's
   */
  public Step step(NDManager manager, NDArray input, StepState state) {
    own(state);
    Shapes.require("the input", input, state.batch(), inputs);
    try (Arguments arguments = new Arguments();
        IValue result =
            kernels.run(
                "step",
                arguments.kept(cells).array(input).kept(state.value()).kept(weights).kept(dense))) {
      IValue[] parts = result.toIValueTuple();
      try (IValue output = parts[0]) {
        return new Step(
            output.toTensor((PtNDManager) manager), new StepState(this, state.batch(), parts[1]));
      }
    }
  }

  /** Returns the state of one sequence before the first step: what the layers start with. */
  public StepState initialState() {
    return state(initial);
  }

  /**
   * Returns a state of zeros.
   *
   * @param batch how many sequences go side by side, at least 1
   */
  public StepState zeroState(int batch) {
    return state(new float[Math.multiplyExact(batch, stateSize())]);
  }

  /**
   * Returns a state of given values.
   *
   * @param values in the order of {@link StepState#values()}
   * @throws IllegalArgumentException if they are none, or no multiple of {@link #stateSize()}
   */
  public StepState state(float[] values) {
    if (values.length == 0 || values.length % stateSize() != 0) {
      throw new IllegalArgumentException(
          "a state of " + values.length + " values, expected a multiple of " + stateSize());
    }
    int batch = values.length / stateSize();
    try (NDManager scratch = newScratch()) {
      NDList arrays = new NDList();
      int at = 0;
      for (int width : stateWidths) {
        float[] part = new float[batch * width];
        System.arraycopy(values, at, part, 0, part.length);
        at += part.length;
        // a copy in PyTorch's memory: what create() returns shares Java's
        arrays.add(scratch.create(part, new Shape(batch, width)).duplicate());
      }
      return new StepState(this, batch, Arguments.list(arrays));
    }
  }

  /**
   * Returns a state of rows of another one.
   *
   * @param rows the place of each, negative for the state before the first step
   */
  StepState rows(StepState state, int[] rows) {
    float[] values = state.values();
    int size = stateSize();
    float[] picked = new float[rows.length * size];
    int first = 0; // of an array, in the state of one sequence
    for (int width : stateWidths) {
      for (int row = 0; row < rows.length; row++) {
        boolean begins = rows[row] < 0;
        int from = begins ? first : Math.toIntExact(state.batch() * first) + rows[row] * width;
        System.arraycopy(
            begins ? initial : values, from, picked, rows.length * first + row * width, width);
      }
      first += width;
    }
    return state(picked);
  }

  /** Returns the numbers in the state of one sequence. */
  public int stateSize() {
    return stateWidths.stream().mapToInt(width -> width).sum();
  }

  /** Returns the features that a step takes. */
  public int inputs() {
    return inputs;
  }

  /** Checks the arrays of a state, and returns how many sequences it is the state of. */
  long requireState(List<NDArray> arrays) {
    if (arrays.size() != stateWidths.size()) {
      throw new IllegalArgumentException(
          "a state of " + arrays.size() + " arrays, expected " + stateWidths.size());
    }
    long batch = arrays.get(0).getShape().get(0);
    for (int i = 0; i < arrays.size(); i++) {
      Shapes.require("the state's array " + i, arrays.get(i), batch, stateWidths.get(i));
    }
    return batch;
  }

  void own(StepState state) {
    if (state.stack() != this) {
      throw new IllegalArgumentException("the state belongs to another stack");
    }
  }

  /**
   * Prepares a dense layer that scores tokens.
   *
   * @param weight (vocabulary, units); not seen again where it is copied in another order
   * @param bound the largest magnitude of what comes in, 0 if it is not known
   * @param never tokens that get no score
   * @return what a kernel takes, to be closed by the caller
   */
  IValue dense(NDArray weight, NDArray bias, double bound, long... never) {
    try (NDManager scratch = newScratch();
        Arguments arguments = new Arguments()) {
      NDArray tokens = scratch.create(never, new Shape(never.length));
      arguments.array(weight).array(bias).array(tokens);
      return run("dense", int8 ? arguments.real(bound) : arguments);
    }
  }

  /** Runs a kernel, of whole numbers where the weights are: its name then begins with int8. */
  IValue run(String method, Arguments arguments) {
    return kernels.run(int8 ? "int8_" + method : method, arguments);
  }

  /** Returns how many products of floats take as long as some of this stack, about. */
  long worth(long products) {
    return int8 ? products / 4 : products;
  }

  boolean isInt8() {
    return int8;
  }

  NDManager newScratch() {
    return parent.newSubManager();
  }

  Kernels kernels() {
    return kernels;
  }

  IValue cells() {
    return cells;
  }

  IValue weights() {
    return weights;
  }

  /** Frees the prepared weights; a second call does nothing. States are closed by themselves. */
  @Override
  public void close() {
    cells.close();
    weights.close();
    dense.close();
  }
}
