package dev.rondo.runtime.cell;

import java.util.Arrays;
import java.util.List;

/**
 * {@link RecurrentSteps} in plain Java: for small networks, of which a step takes less time than a
 * call of an engine. It holds copies of the weights, nothing native, and equals the engine to
 * rounding.
 */
public final class JavaSteps implements RecurrentSteps {
  /**
   * Up to so many weights Java was faster, by measurement (docs/performance.md): it reads each once
   * in a step, and a call of an engine costs some 15 to 60 µs besides.
   */
  private static final long MOST_WEIGHTS = 600_000;

  private final List<JavaCell> layers;
  private final List<JavaDense> dense;
  private final int inputs;
  private final int hiddenSize;
  private final float[] initial;

  private JavaSteps(List<JavaCell> layers, List<JavaDense> dense) {
    this.layers = List.copyOf(layers);
    this.dense = List.copyOf(dense);
    this.inputs = layers.get(0).inputs();
    this.hiddenSize = layers.stream().mapToInt(JavaCell::units).sum();
    int cells = layers.stream().mapToInt(l -> l.initialCell().length).sum();
    this.initial = new float[hiddenSize + cells];
    int h = 0;
    int c = hiddenSize;
    for (JavaCell layer : layers) {
      System.arraycopy(layer.initialHidden(), 0, initial, h, layer.units());
      System.arraycopy(layer.initialCell(), 0, initial, c, layer.initialCell().length);
      h += layer.units();
      c += layer.initialCell().length;
    }
  }

  /** Returns whether Java is faster than an engine with so many weights. */
  public static boolean areWorth(long weights) {
    return weights <= MOST_WEIGHTS;
  }

  /**
   * Puts layers together.
   *
   * @param layers from the lowest, at least one
   * @param dense on the output of the highest, from the lowest; may be empty
   * @throws IllegalArgumentException if there is no recurrent layer, or one does not fit on the one
   *     below
   */
  public static JavaSteps of(List<JavaCell> layers, List<JavaDense> dense) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("steps need at least one recurrent layer");
    }
    int width = layers.get(0).inputs();
    for (JavaCell layer : layers) {
      requireWidth(layer.inputs(), width);
      width = layer.units();
    }
    for (JavaDense layer : dense) {
      requireWidth(layer.inputs(), width);
      width = layer.units();
    }
    return new JavaSteps(layers, dense);
  }

  private static void requireWidth(int takes, int gets) {
    if (takes != gets) {
      throw new IllegalArgumentException("a layer takes " + takes + " features, but gets " + gets);
    }
  }

  @Override
  public float[] step(float[] input, float[] state) {
    StepTable.checkInput(input, inputs);
    StepTable.check(input, new int[] {0}, inputs, state, stateSize());
    next(input, 0, state);
    return output(state);
  }

  @Override
  public float[] steps(float[] table, int[] rows, float[] state) {
    StepTable.check(table, rows, inputs, state, stateSize());
    for (int row : rows) {
      next(table, row * inputs, state);
    }
    return output(state);
  }

  private void next(float[] x, int from, float[] state) {
    float[] values = x;
    int at = from;
    int h = 0;
    int c = hiddenSize;
    for (JavaCell layer : layers) {
      layer.step(values, at, state, h, c);
      values = state;
      at = h;
      h += layer.units();
      c += layer.hasCell() ? layer.units() : 0;
    }
  }

  private float[] output(float[] state) {
    int top = hiddenSize - layers.get(layers.size() - 1).units();
    if (dense.isEmpty()) {
      return Arrays.copyOfRange(state, top, hiddenSize);
    }
    float[] values = dense.get(0).apply(state, top);
    for (JavaDense layer : dense.subList(1, dense.size())) {
      values = layer.apply(values);
    }
    return values;
  }

  @Override
  public float[] initialState() {
    return initial.clone();
  }

  @Override
  public int stateSize() {
    return initial.length;
  }

  @Override
  public void close() {
    // nothing native
  }
}
