package dev.rondo.samples.corpora.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a voice does over time, millisecond by millisecond: phones become targets, which the mouth
 * reaches slowly and the breath quickly.
 */
final class Contour {
  /** The values of a millisecond: three formants, voicing, noise, its center and width. */
  static final int VOICING = 3;

  static final int NOISE = 4;
  static final int NOISE_CENTER = 5;
  static final int NOISE_WIDTH = 6;
  private static final int VALUES = 7;

  private static final int MOUTH = 22;
  private static final int BREATH = 5;

  private final List<double[]> targets = new ArrayList<>();
  private final Voice voice;
  private final Random random;

  Contour(Voice voice, Random random) {
    this.voice = voice;
    this.random = random;
  }

  /** Adds a phone, as long and as clear as it comes. */
  void add(Phone phone) {
    double length = phone.milliseconds / voice.speed() * (0.85 + 0.3 * random.nextDouble());
    double[] target = new double[VALUES];
    target[0] = formant(phone.first);
    target[1] = formant(phone.second);
    target[2] = formant(phone.third);
    target[VOICING] = phone.voicing;
    target[NOISE] = phone.noise * (0.7 + 0.6 * random.nextDouble());
    target[NOISE_CENTER] = phone.noise == 0 ? 2500 : phone.noiseCenter * Math.sqrt(voice.tract());
    target[NOISE_WIDTH] = phone.noise == 0 ? 1500 : phone.noiseWidth;
    for (int i = 0; i < Math.max(10, length); i++) {
      targets.add(target);
    }
  }

  private double formant(double usual) {
    return usual * voice.tract() * (1 + 0.03 * random.nextGaussian());
  }

  /** Adds silence. */
  void pause(int milliseconds) {
    double[] silence = targets.isEmpty() ? neutral() : targets.get(targets.size() - 1).clone();
    silence[VOICING] = 0;
    silence[NOISE] = 0;
    for (int i = 0; i < milliseconds; i++) {
      targets.add(silence);
    }
  }

  private static double[] neutral() {
    return new double[] {500, 1500, 2500, 0, 0, 2500, 1500};
  }

  /** Returns the values of each millisecond. */
  double[][] values() {
    double[][] values = new double[targets.size()][VALUES];
    for (int i = 0; i < VALUES; i++) {
      int reach = i < VOICING ? (int) (MOUTH / voice.speed()) : BREATH;
      for (int t = 0; t < values.length; t++) {
        double sum = 0;
        for (int k = t - reach; k <= t + reach; k++) {
          sum += targets.get(Math.max(0, Math.min(values.length - 1, k)))[i];
        }
        values[t][i] = sum / (2 * reach + 1);
      }
    }
    return values;
  }
}
