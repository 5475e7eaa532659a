package dev.rondo.samples.corpora.speech;

import java.util.Random;

/**
 * Who speaks, and how.
 *
 * @param pitch of the voice, in Hz
 * @param tract by what resonances are multiplied: above 1 for a smaller person than in {@link
 *     Phone}
 * @param speed by what the pace is multiplied
 * @param breath how much of the voice is breath, in [0, 1]
 * @param signalToNoise how much louder the voice is than the room, in decibels
 */
public record Voice(double pitch, double tract, double speed, double breath, double signalToNoise) {
  /** Draws one of the voices that are trained on. */
  public static Voice usual(Random random) {
    return drawn(random, 95, 220, 0.8, 1.2);
  }

  /** Draws one of more voices: lower and higher, slower and faster ones are among them. */
  public static Voice unusual(Random random) {
    return drawn(random, 80, 260, 0.7, 1.35);
  }

  private static Voice drawn(
      Random random, double lowest, double highest, double slowest, double fastest) {
    double height = random.nextDouble();
    // small persons have high voices, mostly
    double tract = 0.95 + 0.25 * height + 0.04 * random.nextGaussian();
    return new Voice(
        lowest * Math.pow(highest / lowest, height),
        tract,
        slowest + (fastest - slowest) * random.nextDouble(),
        0.02 + 0.1 * random.nextDouble(),
        15 + 20 * random.nextDouble());
  }
}
