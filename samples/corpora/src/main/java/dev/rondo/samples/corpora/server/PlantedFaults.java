package dev.rondo.samples.corpora.server;

import java.util.Arrays;
import java.util.Random;

/** Plants faults into the values of a component. */
final class PlantedFaults {
  private static final int HOUR = 4;

  private PlantedFaults() {}

  /** Returns how many steps a fault takes. */
  static int length(FaultKind kind, Random random) {
    return switch (kind) {
      case SPIKE -> between(1, 2, random);
      case LEVEL_SHIFT -> between(6 * HOUR, 18 * HOUR, random);
      case DRIFT -> between(16 * HOUR, 24 * HOUR, random);
      case LOST_SEASON -> 24 * HOUR;
      case STUCK_VALUE -> between(4 * HOUR, 8 * HOUR, random);
    };
  }

  private static int between(int least, int most, Random random) {
    return least + random.nextInt(most - least + 1);
  }

  /** Changes the values of a fault's steps. */
  static void plant(Fault fault, double[] values, Random random) {
    double noise = fault.component().noise();
    double sign = random.nextBoolean() ? 1 : -1;
    double size = random.nextDouble();
    int length = fault.last() - fault.first() + 1;
    double mean = Arrays.stream(values).average().orElse(0);
    double stuck = values[fault.first()];
    for (int t = fault.first(); t <= fault.last(); t++) {
      double done = (t - fault.first() + 1.0) / length;
      values[t] =
          switch (fault.kind()) {
            case SPIKE -> values[t] + sign * (8 + 6 * size) * noise;
            case LEVEL_SHIFT -> values[t] + sign * (6 + 4 * size) * noise;
            case DRIFT -> values[t] + sign * (10 + 5 * size) * done * noise;
            case LOST_SEASON -> mean + noise * random.nextGaussian();
            case STUCK_VALUE -> stuck;
          };
    }
  }
}
