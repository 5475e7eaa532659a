package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The levels of quantiles, and how scores become quantiles that cannot cross: the median is its
 * score, each other one is the softplus of its score further away from it than its neighbour.
 * Immutable. Without levels an answer is one number.
 */
final class Quantiles {
  private static final String LEVELS = "quantiles";
  private static final Quantiles NONE = new Quantiles(new double[0]);

  private final double[] levels;
  private final int middle;

  private Quantiles(double[] levels) {
    this.levels = levels;
    this.middle = levels.length == 0 ? 0 : Arrays.binarySearch(levels, 0.5);
  }

  static Quantiles none() {
    return NONE;
  }

  /**
   * Returns quantiles of levels.
   *
   * @throws IllegalArgumentException if they do not ascend inside (0, 1), or 0.5 is not among them
   */
  static Quantiles of(double... levels) {
    double before = 0;
    for (double level : levels) {
      if (!(level > before && level < 1)) {
        throw new IllegalArgumentException(
            "levels are " + Arrays.toString(levels) + ", must ascend inside (0, 1)");
      }
      before = level;
    }
    Quantiles quantiles = new Quantiles(levels.clone());
    if (levels.length > 0 && quantiles.middle < 0) {
      throw new IllegalArgumentException("levels are " + Arrays.toString(levels) + ", without 0.5");
    }
    return quantiles;
  }

  boolean isNone() {
    return levels.length == 0;
  }

  /** Returns the levels; not to be changed. */
  double[] levels() {
    return levels;
  }

  /** Returns how many scores an answer has. */
  int count() {
    return Math.max(1, levels.length);
  }

  /** Returns which of them is the median, or the only one. */
  int middle() {
    return middle;
  }

  /**
   * Writes the quantiles of an answer, relative to what it starts from.
   *
   * @param at where its scores begin, and its quantiles
   */
  void write(float[] scores, int at, double[] to) {
    to[at + middle] = scores[at + middle];
    for (int i = middle + 1; i < levels.length; i++) {
      to[at + i] = to[at + i - 1] + softplus(scores[at + i]);
    }
    for (int i = middle - 1; i >= 0; i--) {
      to[at + i] = to[at + i + 1] - softplus(scores[at + i]);
    }
  }

  /** Returns what an answer costs: the mean pinball loss, or the squared error of a number. */
  double loss(double[] quantiles, int at, double expected) {
    if (isNone()) {
      double error = quantiles[at] - expected;
      return error * error;
    }
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      double above = expected - quantiles[at + i];
      sum += Math.max(levels[i] * above, (levels[i] - 1) * above);
    }
    return sum / levels.length;
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  void store(Map<String, String> settings) {
    if (!isNone()) {
      settings.put(
          LEVELS,
          Arrays.stream(levels).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }
  }

  /**
   * Checks that the same levels were stored.
   *
   * @throws IllegalArgumentException if not
   */
  void check(StoredCodec stored) {
    String found = stored.settings().getOrDefault(LEVELS, "");
    String expected =
        Arrays.stream(levels).mapToObj(Double::toString).collect(Collectors.joining(" "));
    if (!found.equals(expected)) {
      throw StoredCodecs.badSetting(stored, LEVELS, found, expected);
    }
  }
}
