package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import dev.rondo.runtime.cell.RecurrentSteps;
import dev.rondo.runtime.cell.StepTable;
import dev.rondo.runtime.engine.ComputeThreads;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * {@link RecurrentSteps} by one call of a kernel: for layers of any size.
 *
 * <p>A state costs nothing native, and a step creates nothing: it is computed in the arrays of a
 * {@link StepPort}, of which as many are kept as there are steps at the same time.
 *
 * <p>Holds weights as {@link StepStack} does.
 */
public final class ValueSteps implements RecurrentSteps {
  private final NDManager parent;
  private final Kernels kernels;
  private final List<StepShape> layers;
  private final List<Integer> denseUnits;
  private final int inputs;
  private final int stateSize;
  private final long products;
  private final float[] initial;
  private final Queue<StepPort> ports = new ConcurrentLinkedQueue<>();
  private final IValue cells;
  private final IValue activations;
  private final IValue weights;
  private final IValue yes = IValue.from(true);
  private final IValue no = IValue.from(false);

  private ValueSteps(
      NDManager parent, List<CellWeights> cellWeights, List<JordanLoop.Dense> dense) {
    this.parent = parent;
    this.kernels = Kernels.of(parent);
    this.layers = cellWeights.stream().map(StepShape::of).toList();
    this.denseUnits =
        dense.stream().map(layer -> Math.toIntExact(layer.bias().getShape().get(0))).toList();
    this.inputs = layers.get(0).inputs();
    this.stateSize = layers.stream().mapToInt(StepShape::stateSize).sum();
    this.products =
        cellWeights.stream().mapToLong(CellWeights::products).sum()
            + dense.stream().mapToLong(layer -> layer.weight().size()).sum();
    this.initial = initial(cellWeights, stateSize);
    this.weights = prepared(cellWeights, dense);
    this.cells = IValue.listFrom(layers.stream().mapToLong(l -> l.cell().code()).toArray());
    this.activations =
        IValue.listFrom(dense.stream().mapToLong(l -> JordanLoop.code(l.activation())).toArray());
  }

  private static float[] initial(List<CellWeights> cellWeights, int size) {
    FloatBuffer values = FloatBuffer.allocate(size);
    cellWeights.forEach(layer -> values.put(layer.initial(0)));
    cellWeights.stream()
        .filter(layer -> layer.cell() == Cell.LSTM)
        .forEach(layer -> values.put(layer.initial(1)));
    return values.array();
  }

  private IValue prepared(List<CellWeights> cellWeights, List<JordanLoop.Dense> dense) {
    try (NDManager scratch = parent.newSubManager()) {
      List<NDArray> all = new ArrayList<>();
      for (CellWeights layer : cellWeights) {
        List<NDArray> prepared = layer.prepared(kernels, scratch);
        boolean joined = layer.cell() != Cell.GRU;
        all.add(joined ? prepared.get(0).transpose() : prepared.get(0));
        all.addAll(prepared.subList(1, prepared.size()));
      }
      for (JordanLoop.Dense layer : dense) {
        all.add(layer.weight());
        all.add(layer.bias());
      }
      return Arguments.list(all);
    }
  }

  /**
   * Prepares layers.
   *
   * @param manager of the device; must be open as long as the steps are used
   * @param layers from the lowest, at least one
   * @param dense on the output of the highest, from the lowest; may be empty
   * @throws IllegalArgumentException if there is no recurrent layer, or one does not fit on the one
   *     below
   */
  public static ValueSteps of(
      NDManager manager, List<CellWeights> layers, List<JordanLoop.Dense> dense) {
    long width = CellWeights.requireStacked(layers);
    for (JordanLoop.Dense layer : dense) {
      Shapes.dimensions("the dense weight", layer.weight(), 2);
      long units = layer.weight().getShape().get(0);
      Shapes.require("the dense weight", layer.weight(), units, width);
      Shapes.require("the dense bias", layer.bias(), units);
      width = units;
    }
    return new ValueSteps(manager, layers, dense);
  }

  @Override
  public float[] step(float[] input, float[] state) {
    StepTable.checkInput(input, inputs);
    return steps(input, new int[] {0}, state);
  }

  @Override
  public float[] steps(float[] table, int[] rows, float[] state) {
    StepTable.check(table, rows, inputs, state, stateSize);
    StepPort free = ports.poll();
    StepPort port = free == null ? new StepPort(parent, layers, denseUnits) : free;
    try {
      port.writeState(state);
      // one step waits for the other, so what counts is how much one of them takes
      ComputeThreads.worth(
          products,
          () -> {
            for (int i = 0; i < rows.length; i++) {
              port.writeInput(table, rows[i] * inputs);
              IValue answers = i == rows.length - 1 ? yes : no;
              kernels
                  .run("step_in_place", cells, activations, answers, port.arrays(), weights)
                  .close();
            }
            return true;
          });
      port.readState(state);
      return port.readOutput();
    } finally {
      ports.add(port);
    }
  }

  @Override
  public float[] initialState() {
    return initial.clone();
  }

  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public void close() {
    ports.forEach(StepPort::close);
    ports.clear();
    List.of(cells, activations, weights, yes, no).forEach(IValue::close);
  }
}
