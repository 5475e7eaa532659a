package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import org.jspecify.annotations.Nullable;

/** Learns how vectors of one size are scaled. For use by one thread. */
final class ScalesLearner {
  private final Scaling scaling;
  private final @Nullable Fill fill;
  private final Statistics[] statistics;

  ScalesLearner(int size, Scaling scaling, @Nullable Fill fill) {
    this.scaling = scaling;
    this.fill = fill;
    this.statistics = new Statistics[size];
    for (int i = 0; i < size; i++) {
      statistics[i] = new Statistics(scaling);
    }
  }

  int size() {
    return statistics.length;
  }

  /**
   * Learns from a vector of {@link #size} numbers.
   *
   * @throws WrongValue if a number is not finite, naming its place
   */
  void add(float[] row) {
    for (int i = 0; i < row.length; i++) {
      add(row[i], i);
    }
  }

  /** As for floats. */
  void add(double[] row) {
    for (int i = 0; i < row.length; i++) {
      add(row[i], i);
    }
  }

  private void add(double number, int i) {
    try {
      learn(number, i);
    } catch (WrongValue e) {
      throw e.place(i);
    }
  }

  /** Learns from a number where the size is 1. */
  void add(double number) {
    learn(number, 0);
  }

  private void learn(double number, int i) {
    if (fill == null || !Double.isNaN(number)) {
      statistics[i].add(number);
    }
  }

  /** Returns the scale of numbers where the size is 1. */
  Scales buildOne() {
    return new Scales(scaling, fill, new Scaler[] {statistics[0].scaler()});
  }

  /**
   * Returns what was learned.
   *
   * @throws WrongValue if the numbers of a place cannot be scaled, naming it
   */
  Scales build() {
    Scaler[] scalers = new Scaler[size()];
    for (int i = 0; i < scalers.length; i++) {
      try {
        scalers[i] = statistics[i].scaler();
      } catch (WrongValue e) {
        throw e.place(i);
      }
    }
    return new Scales(scaling, fill, scalers);
  }
}
