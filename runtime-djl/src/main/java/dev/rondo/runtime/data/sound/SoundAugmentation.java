package dev.rondo.runtime.data.sound;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How sounds are changed each time that a model learns from them, so that it hears more voices,
 * rooms and paces than its training data has. What a model answers is never changed.
 *
 * <pre>{@code
 * trainer.clipAugmentation(
 *     SoundAugmentation.none().speed(0.9, 1.1).vocalTract(0.85, 1.2).noise(10, 40).timeMasks(1, 0.2));
 * }</pre>
 *
 * <p>All is drawn by a generator made of the training's seed, the epoch and the place of the
 * example: a training that goes on from a checkpoint draws what it had drawn. Where a text needs
 * more steps than the changed sound has, the sound is learned as it is. Immutable.
 */
public final class SoundAugmentation {
  private static final double SAME = 1;
  private static final SoundAugmentation NONE =
      new SoundAugmentation(
          new Range(SAME, SAME),
          new Range(SAME, SAME),
          new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
          0,
          0,
          0,
          0);

  /** Speeds and warps are drawn in hundredths. */
  private static final int GRID = 100;

  /** By the speed in hundredths, of which there are at most 151. */
  private static final Map<Integer, Resampler> RESAMPLERS = new ConcurrentHashMap<>();

  private static final double LEAST = 0.5;
  private static final double MOST = 2;
  private static final int MOST_MASKS = 100;

  private final Range speed;
  private final Range tract;
  private final Range noise;
  private final int timeMasks;
  private final double timeShare;
  private final int bandMasks;
  private final int maskedBands;

  private record Range(double low, double high) {
    double draw(Random random) {
      return low + (high - low) * random.nextDouble();
    }

    int hundredths(Random random) {
      return (int) Math.round(GRID * draw(random));
    }

    boolean is(double value) {
      return low == value && high == value;
    }
  }

  private SoundAugmentation(
      Range speed,
      Range tract,
      Range noise,
      int timeMasks,
      double timeShare,
      int bandMasks,
      int maskedBands) {
    this.speed = speed;
    this.tract = tract;
    this.noise = noise;
    this.timeMasks = timeMasks;
    this.timeShare = timeShare;
    this.bandMasks = bandMasks;
    this.maskedBands = maskedBands;
  }

  /** Returns what changes nothing. */
  public static SoundAugmentation none() {
    return NONE;
  }

  /** Returns whether it changes nothing. */
  public boolean isNone() {
    return speed.is(SAME)
        && tract.is(SAME)
        && noise.is(Double.POSITIVE_INFINITY)
        && timeMasks == 0
        && bandMasks == 0;
  }

  /**
   * Returns this with another speed: pace and pitch change together, as of a tape (Ko et al. 2015,
   * "Audio augmentation for speech recognition").
   *
   * @param slowest in [0.5, 2], such as 0.9; below 1 is slower
   * @param fastest in [slowest, 2], such as 1.1
   * @throws IllegalArgumentException if they are out of range
   */
  public SoundAugmentation speed(double slowest, double fastest) {
    return new SoundAugmentation(
        factors("speed", slowest, fastest),
        tract,
        noise,
        timeMasks,
        timeShare,
        bandMasks,
        maskedBands);
  }

  /**
   * Returns this with vocal tracts of other lengths: frequencies are stretched at the same pace
   * (Jaitly and Hinton 2013, "Vocal tract length perturbation (VTLP) improves speech recognition").
   * It is what new speakers differ by most. Frequencies to 0.6 of the highest are multiplied by
   * what is drawn, those above follow in a line to the highest, which stays.
   *
   * @param lowest in [0.5, 2], such as 0.9; below 1 is a larger person
   * @param highest in [lowest, 2], such as 1.1
   * @throws IllegalArgumentException if they are out of range
   */
  public SoundAugmentation vocalTract(double lowest, double highest) {
    return new SoundAugmentation(
        speed,
        factors("vocalTract", lowest, highest),
        noise,
        timeMasks,
        timeShare,
        bandMasks,
        maskedBands);
  }

  /**
   * Returns this with white noise.
   *
   * @param loudest the least ratio of the power of the sound to that of the noise, in decibels
   * @param softest the highest ratio
   * @throws IllegalArgumentException if one is not finite, or the first is above the other
   */
  public SoundAugmentation noise(double loudest, double softest) {
    if (!Double.isFinite(loudest) || !Double.isFinite(softest) || loudest > softest) {
      throw new IllegalArgumentException(
          "noise is from %s to %s dB, must be finite and ascend".formatted(loudest, softest));
    }
    return new SoundAugmentation(
        speed, tract, new Range(loudest, softest), timeMasks, timeShare, bandMasks, maskedBands);
  }

  /**
   * Returns this with stretches of time that are masked (Park et al. 2019, "SpecAugment", <a
   * href="https://arxiv.org/abs/1904.08779">arXiv:1904.08779</a>): the features become their mean.
   *
   * @param count how many, 0 to 100
   * @param share the longest one, as a share of the sound, in [0, 1]; how long is drawn evenly from
   *     0 to that
   * @throws IllegalArgumentException if one is out of range
   */
  public SoundAugmentation timeMasks(int count, double share) {
    requireMasks("timeMasks", count);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be in [0, 1]");
    }
    return new SoundAugmentation(speed, tract, noise, count, share, bandMasks, maskedBands);
  }

  /**
   * Returns this with bands of frequencies that are masked, as {@link #timeMasks} does with time.
   *
   * @param count how many masks, 0 to 100
   * @param bands the most bands that one covers, 0 or more; how many is drawn evenly from 0 to that
   * @throws IllegalArgumentException if one is out of range
   */
  public SoundAugmentation bandMasks(int count, int bands) {
    requireMasks("bandMasks", count);
    if (bands < 0) {
      throw new IllegalArgumentException("bands is " + bands + ", must be 0 or more");
    }
    return new SoundAugmentation(speed, tract, noise, timeMasks, timeShare, count, bands);
  }

  private static void requireMasks(String name, int count) {
    if (count < 0 || count > MOST_MASKS) {
      throw new IllegalArgumentException(
          "%s is %s, must be 0 to %s".formatted(name, count, MOST_MASKS));
    }
  }

  private static Range factors(String name, double low, double high) {
    if (!(low >= LEAST && low <= high && high <= MOST)) {
      throw new IllegalArgumentException(
          "%s is from %s to %s, must ascend within [%s, %s]"
              .formatted(name, low, high, LEAST, MOST));
    }
    return new Range(low, high);
  }

  /** Returns samples with another speed and with noise. */
  public float[] samples(float[] samples, Random random) {
    int hundredths = speed.hundredths(random);
    float[] changed =
        hundredths == GRID
            ? samples
            : RESAMPLERS
                .computeIfAbsent(hundredths, rate -> new Resampler(rate, GRID))
                .resample(samples);
    if (noise.is(Double.POSITIVE_INFINITY)) {
      return changed;
    }
    double power = 0;
    for (float sample : changed) {
      power += (double) sample * sample;
    }
    double deviation = Math.sqrt(power / changed.length / Math.pow(10, noise.draw(random) / 10));
    float[] noisy = new float[changed.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (changed[i] + deviation * random.nextGaussian());
    }
    return noisy;
  }

  /** Returns by what frequencies are multiplied, in hundredths. */
  public int warp(Random random) {
    return tract.hundredths(random);
  }

  /**
   * Masks features.
   *
   * @param features (steps × width), normalized or not; changed
   */
  public void mask(float[] features, int width, Random random) {
    int steps = features.length / width;
    float[] means = timeMasks + bandMasks == 0 ? new float[0] : means(features, width);
    for (int i = 0; i < timeMasks; i++) {
      int length = random.nextInt((int) (timeShare * steps) + 1);
      int from = random.nextInt(steps - length + 1);
      for (int t = from; t < from + length; t++) {
        System.arraycopy(means, 0, features, t * width, width);
      }
    }
    for (int i = 0; i < bandMasks; i++) {
      int length = random.nextInt(Math.min(maskedBands, width) + 1);
      int from = random.nextInt(width - length + 1);
      for (int t = 0; t < steps; t++) {
        System.arraycopy(means, from, features, t * width + from, length);
      }
    }
  }

  private static float[] means(float[] features, int width) {
    double[] sums = new double[width];
    for (int at = 0; at < features.length; at++) {
      sums[at % width] += features[at];
    }
    int steps = features.length / width;
    float[] means = new float[width];
    for (int i = 0; i < width; i++) {
      means[i] = (float) (sums[i] / steps);
    }
    return means;
  }

  /** Returns what is changed: {@code speed 0.9 to 1.1, 2 time masks of 0.2}; else "nothing". */
  @Override
  public String toString() {
    StringJoiner changes = new StringJoiner(", ");
    if (!speed.is(SAME)) {
      changes.add("speed %s to %s".formatted(speed.low, speed.high));
    }
    if (!tract.is(SAME)) {
      changes.add("vocal tract %s to %s".formatted(tract.low, tract.high));
    }
    if (!noise.is(Double.POSITIVE_INFINITY)) {
      changes.add("noise %s to %s dB".formatted(noise.low, noise.high));
    }
    if (timeMasks > 0) {
      changes.add(String.format(Locale.ROOT, "%d time masks of %s", timeMasks, timeShare));
    }
    if (bandMasks > 0) {
      changes.add(String.format(Locale.ROOT, "%d band masks of %d", bandMasks, maskedBands));
    }
    return isNone() ? "nothing" : changes.toString();
  }
}
