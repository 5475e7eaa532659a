package dev.rondo.runtime.kernel;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory that Java and a step share, and all arrays that a step computes in: it creates none. One
 * thread uses a port at a time.
 *
 * <p>In the memory stand x, h of each layer from the lowest, c of each LSTM, the output. So what a
 * layer reads, what comes from below and its own h, is one piece that need not be put together.
 */
final class StepPort implements AutoCloseable {
  /** Where PyTorch's own memory begins, too: sums over memory aligned otherwise may differ. */
  private static final int ALIGNMENT = 64;

  /** A field keeps the memory from being collected as long as the arrays point to it. */
  private final FloatBuffer memory;

  private final int inputs;
  private final int outputFrom;
  private final int outputs;
  private final IValue arrays;

  /**
   * Creates a port.
   *
   * @param denseUnits of the dense layers on the highest layer, from the lowest
   */
  StepPort(NDManager manager, List<StepShape> layers, List<Integer> denseUnits) {
    int hidden = layers.stream().mapToInt(StepShape::units).sum();
    int stateSize = layers.stream().mapToInt(StepShape::stateSize).sum();
    int top = layers.get(layers.size() - 1).units();
    inputs = layers.get(0).inputs();
    int answers = denseUnits.isEmpty() ? 0 : denseUnits.get(denseUnits.size() - 1);
    outputFrom = answers == 0 ? inputs + hidden - top : inputs + stateSize;
    outputs = answers == 0 ? top : answers;
    int size = inputs + stateSize + answers;
    int bytes = Math.multiplyExact(size, Float.BYTES);
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(bytes + 2 * ALIGNMENT)
            .alignedSlice(ALIGNMENT)
            .limit(bytes)
            .slice()
            .order(ByteOrder.nativeOrder());
    memory = buffer.asFloatBuffer();
    try (NDManager scratch = manager.newSubManager();
        NDManager cpu = manager.newSubManager(Device.cpu())) {
      NDArray shared = cpu.create(buffer, new Shape(size), DataType.FLOAT32);
      NDArray values =
          scratch.getDevice().isGpu() ? shared.toDevice(scratch.getDevice(), true) : shared;
      List<NDArray> all = new ArrayList<>(List.of(shared, values));
      int h = inputs;
      int c = inputs + hidden;
      for (StepShape layer : layers) {
        int x = h - layer.inputs();
        all.addAll(layer.arrays(values, x, h, c, scratch));
        h += layer.units();
        c += layer.stateSize() - layer.units();
      }
      NDArray below = part(values, inputs + hidden - top, top);
      for (int layer = 0; layer < denseUnits.size(); layer++) {
        int units = denseUnits.get(layer);
        boolean last = layer == denseUnits.size() - 1;
        NDArray output = last ? part(values, size - units, units) : scratch.zeros(new Shape(units));
        all.add(below);
        all.add(output);
        below = output;
      }
      arrays = Arguments.list(all);
    }
  }

  /** Returns a view. */
  static NDArray part(NDArray values, int from, int size) {
    return values.get(from + ":" + (from + size));
  }

  /** Takes the state before a step in. */
  void writeState(float[] state) {
    memory.put(inputs, state);
  }

  /** Takes the input of a step in, from a place on in the values. */
  void writeInput(float[] values, int from) {
    memory.put(0, values, from, inputs);
  }

  /** Gives the state back. */
  void readState(float[] state) {
    memory.get(inputs, state);
  }

  /** Returns the output. */
  float[] readOutput() {
    float[] output = new float[outputs];
    memory.get(outputFrom, output);
    return output;
  }

  IValue arrays() {
    return arrays;
  }

  @Override
  public void close() {
    arrays.close();
  }
}
