package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Runs recurrent layers with attention on top and input feeding (Luong et al. 2015), step by step:
 * the lowest layer gets {@code [x; h~]}, where h~ is what attention gave at the step before. Only
 * what depends on the step before is in the loop.
 *
 * @param attention on top
 * @param layers from the lowest, at least one, all of the same cell
 * @param between masks of dropout between the layers: for each layer but the highest, (time, batch,
 *     units) of that layer; empty for none
 * @param residual whether each layer but the lowest, which gets more than it gives, adds what it
 *     gets to what it gives
 */
public record FeedingLoop(
    Attention attention, List<Layer> layers, List<NDArray> between, boolean residual) {
  /**
   * A recurrent layer.
   *
   * @param peephole p (3 · units) of the gates i, f, o of an LSTM; none for gates that do not see
   *     the cell
   * @param mask (batch, units), by which h is multiplied before it is fed back, the same at each
   *     step; none for no dropout
   */
  public record Layer(CellWeights weights, Optional<NDArray> peephole, Optional<NDArray> mask) {}

  /**
   * Checks that the layers belong together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public FeedingLoop {
    layers = List.copyOf(layers);
    between = List.copyOf(between);
    if (!between.isEmpty() && between.size() != layers.size() - 1) {
      throw new IllegalArgumentException(
          between.size() + " masks between " + layers.size() + " layers");
    }
    Layer lowest = layers.get(0);
    int width = lowest.weights().inputs();
    for (int k = 0; k < layers.size(); k++) {
      Layer layer = layers.get(k);
      CellWeights weights = layer.weights();
      if (weights.inputs() != width
          || weights.cell() != lowest.weights().cell()
          || layer.peephole().isPresent() != lowest.peephole().isPresent()
          || layer.mask().isPresent() != lowest.mask().isPresent()
          || (residual && k > 0 && weights.units() != width)) {
        throw new IllegalArgumentException("layers that do not fit on each other");
      }
      width = weights.units();
    }
    Shapes.require("output", attention.output(), width, attention.output().getShape().get(1));
  }

  /**
   * What the layers give.
   *
   * @param outputs h~ at each step, (batch, time, units)
   * @param fed h~ at the last step, (batch, units)
   * @param shares a, how much each step of the memory weighs at each step, (batch, time, memory's
   *     time)
   * @param state after the last step: of each layer h and, of an LSTM, c, each (batch, units)
   */
  public record Result(NDArray outputs, NDArray fed, NDArray shares, NDList state) {}

  /**
   * Runs the layers. The gradient is recorded if gradients are recorded on this thread; then the
   * arrays must belong to this thread alone.
   *
   * @param values x (batch, time, features); owns the results through its manager
   * @param state before the first step, as in {@link Result}; empty for zeros
   * @param fed h~ before the first step, (batch, units); none for zeros
   * @param real (batch, time, 1), 1 at steps that leave a state and 0 at those that leave zeros,
   *     which keeps unbounded states finite over padding; none for 1
   * @throws IllegalArgumentException if shapes do not belong together
   */
  public Result run(
      NDArray values,
      Attention.Memory memory,
      NDList state,
      Optional<NDArray> fed,
      Optional<NDArray> real) {
    Shapes.dimensions("values", values, 3);
    long batch = values.getShape().get(0);
    long time = values.getShape().get(1);
    CellWeights lowest = layers.get(0).weights();
    long units = attention.output().getShape().get(0);
    Shapes.require("values", values, batch, time, lowest.inputs() - units);
    Shapes.require("keys", memory.keys(), batch, memory.keys().getShape().get(1), units);
    fed.ifPresent(array -> Shapes.require("fed", array, batch, units));
    real.ifPresent(array -> Shapes.require("real", array, batch, time, 1));
    NDManager manager = values.getManager();
    NDArray before = fed.orElseGet(() -> manager.zeros(new Shape(batch, units)));
    List<NDArray> attending = attention.weights(memory);
    List<NDArray> arrays = new ArrayList<>(attending);
    arrays.addAll(states(manager, batch, state));
    for (Layer layer : layers) {
      arrays.addAll(layer.weights().arrays());
      layer.peephole().ifPresent(arrays::add);
      layer.mask().ifPresent(arrays::add);
    }
    for (int k = 0; k < between.size(); k++) {
      Shapes.require("between", between.get(k), time, batch, layers.get(k).weights().units());
      arrays.add(between.get(k));
    }
    real.ifPresent(arrays::add);
    double[] options = options(memory, attending.size(), real.isPresent());
    NDList results =
        Kernels.of(manager)
            .call("feed", List.of(values, before, memory.keys(), memory.values()), options, arrays);
    return new Result(results.get(0), results.get(1), results.get(2), results.subNDList(3));
  }

  private List<NDArray> states(NDManager manager, long batch, NDList state) {
    int parts = layers.get(0).weights().cell().states();
    List<NDArray> all = new ArrayList<>();
    for (int i = 0; i < layers.size() * parts; i++) {
      Shape shape = new Shape(batch, layers.get(i / parts).weights().units());
      NDArray array = state.isEmpty() ? manager.zeros(shape) : state.get(i);
      Shapes.require("state", array, shape.getShape());
      all.add(array);
    }
    return all;
  }

  private double[] options(Attention.Memory memory, int attending, boolean silenced) {
    Layer lowest = layers.get(0);
    return DoubleStream.concat(
            DoubleStream.of(attention.options(memory)),
            DoubleStream.of(
                attending,
                lowest.weights().cell().code(),
                between.isEmpty() ? 0 : 1,
                lowest.peephole().isPresent() ? 1 : 0,
                lowest.mask().isPresent() ? 1 : 0,
                silenced ? 1 : 0,
                residual ? 1 : 0,
                layers.size()))
        .toArray();
  }
}
