package dev.rondo.runtime.data.feature;

/**
 * Where features write the steps of a sequence, one slice behind the other, and the state by which
 * they remember the steps before. For use by one thread.
 */
public final class StepWriter {
  private final float[] features;
  private final int[] symbols;
  private final double[] state;
  private int feature;
  private int symbol;
  private int remembered;

  /**
   * Starts in front of the first step.
   *
   * @param state what was remembered: zeros at the start of a sequence
   */
  StepWriter(float[] features, int[] symbols, double[] state) {
    this.features = features;
    this.symbols = symbols;
    this.state = state;
  }

  /** Begins a step: the first feature remembers in front again. */
  void step() {
    remembered = 0;
  }

  /** Writes the next feature. */
  public void feature(float value) {
    features[feature++] = value;
  }

  /** Writes the next symbol. */
  public void symbol(int number) {
    symbols[symbol++] = number;
  }

  /**
   * Returns a number that was remembered at the step before; 0 at the start of a sequence.
   *
   * @param offset its place behind those that were remembered anew in this step
   */
  public double remembered(int offset) {
    return state[remembered + offset];
  }

  /** Remembers the next number for the step behind this one. */
  public void remember(double value) {
    state[remembered++] = value;
  }

  /** Remembers the last features and symbols that were written. */
  void rememberWritten(int width, int columns) {
    for (int i = feature - width; i < feature; i++) {
      remember(features[i]);
    }
    for (int i = symbol - columns; i < symbol; i++) {
      remember(symbols[i]);
    }
  }

  /** Writes the features of a vector. */
  void vector(float[] row, Scales scales) {
    scales.encode(row, features, feature, state, remembered);
    written(scales);
  }

  /** Writes the features of a vector. */
  void vector(double[] row, Scales scales) {
    scales.encode(row, features, feature, state, remembered);
    written(scales);
  }

  /** Writes the features of a number that is scaled by itself. */
  void number(double value, Scales scales) {
    scales.encodeOne(value, features, feature, state, remembered);
    written(scales);
  }

  /** Writes the features of a vector that is missing. */
  void missing(Scales scales) {
    scales.missing(features, feature, state, remembered);
    written(scales);
  }

  private void written(Scales scales) {
    feature += scales.width();
    remembered += scales.stateSize();
  }
}
