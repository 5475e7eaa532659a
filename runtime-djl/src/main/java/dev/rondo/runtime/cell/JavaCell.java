package dev.rondo.runtime.cell;

import dev.rondo.runtime.plan.Operator.Recurrence;

/**
 * A recurrent layer that reads forward, a step at a time. With the weights in PyTorch's layout and
 * its order of gates:
 *
 * <pre>{@code
 * LSTM  i, f, o = σ(…), g = tanh(…) of W_ih x + b_ih + W_hh h + b_hh;  c' = f c + i g;  h' = o tanh(c')
 * GRU   r, z = σ(W_ih x + b_ih + W_hh h + b_hh);  n = tanh(W_in x + b_in + r (W_hn h + b_hn));
 *       h' = (1 - z) n + z h
 * TANH, RELU  h' = tanh or relu of W_ih x + b_ih + W_hh h + b_hh
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class JavaCell {
  private final Recurrence recurrence;
  private final int inputs;
  private final int units;
  private final float[][] inputColumns;
  private final float[][] hiddenColumns;
  private final float[] inputBias;
  private final float[] hiddenBias;
  private final float[] initialHidden;
  private final float[] initialCell;

  /**
   * Copies weights.
   *
   * @param inputWeight w_ih (gates · units, inputs)
   * @param hiddenWeight w_hh (gates · units, units)
   * @param inputBias b_ih (gates · units)
   * @param hiddenBias b_hh (gates · units)
   * @param initialHidden h before the first step (units)
   * @param initialCell c of an LSTM before the first step (units); of others empty
   * @throws IllegalArgumentException if the sizes do not belong together
   */
  public JavaCell(
      Recurrence recurrence,
      float[] inputWeight,
      float[] hiddenWeight,
      float[] inputBias,
      float[] hiddenBias,
      float[] initialHidden,
      float[] initialCell) {
    this.recurrence = recurrence;
    this.units = initialHidden.length;
    int rows = gates() * units;
    this.inputs = rows == 0 ? 0 : inputWeight.length / rows;
    require("inputWeight", inputWeight, rows * inputs);
    require("hiddenWeight", hiddenWeight, rows * units);
    require("inputBias", inputBias, rows);
    require("hiddenBias", hiddenBias, rows);
    require("initialCell", initialCell, recurrence == Recurrence.LSTM ? units : 0);
    this.inputColumns = Products.columns(inputWeight, rows, inputs);
    this.hiddenColumns = Products.columns(hiddenWeight, rows, units);
    this.inputBias = inputBias.clone();
    this.hiddenBias = hiddenBias.clone();
    this.initialHidden = initialHidden.clone();
    this.initialCell = initialCell.clone();
  }

  private static void require(String name, float[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s has %s numbers, expected %s".formatted(name, values.length, expected));
    }
  }

  private int gates() {
    return switch (recurrence) {
      case LSTM -> 4;
      case GRU -> 3;
      case TANH, RELU -> 1;
    };
  }

  /** Returns the features that come in. */
  public int inputs() {
    return inputs;
  }

  /** Returns the features that go out. */
  public int units() {
    return units;
  }

  boolean hasCell() {
    return recurrence == Recurrence.LSTM;
  }

  float[] initialHidden() {
    return initialHidden;
  }

  float[] initialCell() {
    return initialCell;
  }

  /**
   * Takes a step.
   *
   * @param x whose values begin at {@code from}
   * @param state in which h begins at {@code h} and c of an LSTM at {@code c}; becomes that after
   */
  void step(float[] x, int from, float[] state, int h, int c) {
    float[] sums = inputBias.clone();
    float[] hidden = hiddenBias.clone();
    Products.add(inputColumns, x, from, sums);
    Products.add(hiddenColumns, state, h, hidden);
    switch (recurrence) {
      case LSTM -> lstm(sums, hidden, state, h, c);
      case GRU -> gru(sums, hidden, state, h);
      case TANH -> {
        for (int j = 0; j < units; j++) {
          state[h + j] = Products.tanh(sums[j] + hidden[j]);
        }
      }
      case RELU -> {
        for (int j = 0; j < units; j++) {
          state[h + j] = Math.max(0, sums[j] + hidden[j]);
        }
      }
    }
  }

  private void lstm(float[] sums, float[] hidden, float[] state, int h, int c) {
    for (int j = 0; j < units; j++) {
      float in = Products.sigmoid(sums[j] + hidden[j]);
      float forget = Products.sigmoid(sums[units + j] + hidden[units + j]);
      float candidate = Products.tanh(sums[2 * units + j] + hidden[2 * units + j]);
      float out = Products.sigmoid(sums[3 * units + j] + hidden[3 * units + j]);
      state[c + j] = forget * state[c + j] + in * candidate;
      state[h + j] = out * Products.tanh(state[c + j]);
    }
  }

  private void gru(float[] sums, float[] hidden, float[] state, int h) {
    for (int j = 0; j < units; j++) {
      float reset = Products.sigmoid(sums[j] + hidden[j]);
      float update = Products.sigmoid(sums[units + j] + hidden[units + j]);
      float candidate = Products.tanh(sums[2 * units + j] + reset * hidden[2 * units + j]);
      state[h + j] = candidate + update * (state[h + j] - candidate);
    }
  }
}
