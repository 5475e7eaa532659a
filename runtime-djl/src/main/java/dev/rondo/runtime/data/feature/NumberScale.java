package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import java.util.Map;

/**
 * What is learned of a number that is scaled by its window: where it lies in training, by which the
 * network could hold it, and ε, half of the mean absolute difference of neighbouring values.
 *
 * @param scaler to mean 0 and deviation 1 over training
 * @param floor ε, in the user's units
 */
record NumberScale(Scaler scaler, double floor) {
  private static final String FLOOR = "floor";

  void store(Map<String, String> settings) {
    scaler.store(settings);
    settings.put(FLOOR, Double.toString(floor));
  }

  static NumberScale restore(StoredFeature stored) {
    return new NumberScale(Scaler.restore(stored, Scaling.WINDOW), stored.spread(FLOOR));
  }

  /** Learns from sequences. */
  static final class Learner {
    private final Statistics statistics = new Statistics(Scaling.WINDOW);
    private double last = Double.NaN;
    private double differences;
    private long pairs;

    void start() {
      last = Double.NaN;
    }

    void add(double number) {
      statistics.add(number);
      if (!Double.isNaN(last)) {
        differences += Math.abs(number - last);
        pairs++;
      }
      last = number;
    }

    NumberScale build() {
      Scaler scaler = statistics.scaler();
      double floor = pairs == 0 ? scaler.spread() : differences / pairs / 2;
      if (!Double.isFinite(floor)) {
        throw WrongValue.of("jumps too far in the training data to be scaled. Use @Scale(LOG).");
      }
      return new NumberScale(scaler, floor);
    }
  }
}
