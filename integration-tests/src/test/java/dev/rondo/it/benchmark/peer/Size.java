package dev.rondo.it.benchmark.peer;

/** How much work a network has. */
public enum Size {
  /** What fills the cores. */
  LARGE(64, 50, 128, 256),
  /** What is over so soon that the calls around it count. */
  SMALL(32, 20, 32, 64),
  /** One sentence of twenty words, for which somebody waits. */
  SENTENCE(1, 20, 128, 256),
  /** One step. */
  STEP(1, 1, 128, 256),
  /** What is done many thousand times, to see whether anything is left behind. */
  LIGHT(8, 20, 16, 32),
  /** For tests of the benchmarks themselves. */
  TINY(3, 4, 5, 6);

  private final int batch;
  private final int steps;
  private final int inputs;
  private final int units;

  Size(int batch, int steps, int inputs, int units) {
    this.batch = batch;
    this.steps = steps;
    this.inputs = inputs;
    this.units = units;
  }

  /** Returns how many sequences are computed at once. */
  public int batch() {
    return batch;
  }

  /** Returns the steps of each sequence. */
  public int steps() {
    return steps;
  }

  /** Returns the features of a step. */
  public int inputs() {
    return inputs;
  }

  /** Returns the hidden units of each direction. */
  public int units() {
    return units;
  }

  /** Returns the sizes as in {@code 64 × 50, 128 → 256}. */
  @Override
  public String toString() {
    return "%s × %s, %s → %s".formatted(batch, steps, inputs, units);
  }
}
