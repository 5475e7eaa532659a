package dev.rondo.runtime.reference;

/** The equations of the recurrent cells, gates stacked in PyTorch's order. */
public enum ReferenceCell {
  RNN_TANH(1),
  RNN_RELU(1),
  LSTM(4),
  GRU(3);

  private final int gates;

  ReferenceCell(int gates) {
    this.gates = gates;
  }

  /** Returns the gates whose weights are stacked. */
  public int gates() {
    return gates;
  }

  /**
   * Runs over a sequence from the first step to the last, from the initial state.
   *
   * @param mask by which the hidden state is multiplied before it is fed back
   * @return the hidden state after each step
   */
  double[][] run(double[][] steps, CellWeights weights, double[] mask) {
    return run(steps, weights, mask, weights.initialCell());
  }

  /**
   * Runs like {@link #run(double[][], CellWeights, double[])}.
   *
   * @param memory c of an LSTM before the first step, becomes that after the last
   */
  double[][] run(double[][] steps, CellWeights weights, double[] mask, double[] memory) {
    double[] hidden = weights.initialHidden();
    double[][] states = new double[steps.length][];
    for (int t = 0; t < steps.length; t++) {
      hidden = step(steps[t], weights, mask, hidden, memory);
      states[t] = hidden;
    }
    return states;
  }

  /**
   * Takes one step.
   *
   * @param hidden h before the step
   * @param memory c of an LSTM before the step, becomes that after it
   * @return h after the step
   */
  double[] step(
      double[] input, CellWeights weights, double[] mask, double[] hidden, double[] memory) {
    int units = weights.units();
    double[] x = weights.ofInput(input);
    double[] h = weights.ofHidden(Vectors.product(mask, hidden));
    double[] p = weights.peepholes();
    double[] next = new double[units];
    for (int u = 0; u < units; u++) {
      switch (this) {
        case RNN_TANH -> next[u] = Math.tanh(x[u] + h[u]);
        case RNN_RELU -> next[u] = Math.max(0, x[u] + h[u]);
        case LSTM -> {
          double i = sigmoid(x[u] + h[u] + p[u] * memory[u]);
          double f = sigmoid(x[units + u] + h[units + u] + p[units + u] * memory[u]);
          double g = Math.tanh(x[2 * units + u] + h[2 * units + u]);
          memory[u] = f * memory[u] + i * g;
          double o = sigmoid(x[3 * units + u] + h[3 * units + u] + p[2 * units + u] * memory[u]);
          next[u] = o * Math.tanh(memory[u]);
        }
        case GRU -> {
          double r = sigmoid(x[u] + h[u]);
          double z = sigmoid(x[units + u] + h[units + u]);
          double n = Math.tanh(x[2 * units + u] + r * h[2 * units + u]);
          next[u] = (1 - z) * n + z * hidden[u];
        }
      }
    }
    return next;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
