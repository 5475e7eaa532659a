package dev.rondo.runtime.data;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What scores are divided by before they become probabilities: temperature scaling (Guo et al.
 * 2017, "On calibration of modern neural networks", arXiv:1706.04599). Above 1 it makes
 * probabilities more even, below 1 surer; which answer is the more probable one it leaves as it is.
 * Where tags are decided together the answer is a whole tagging; which tag is the most probable one
 * of a step may depend on it.
 *
 * @param value in [0.01, 100]; 1 leaves scores as they are
 */
public record Temperature(double value) {
  /** The least that a temperature may be. */
  public static final double LEAST = 0.01;

  /** The most that a temperature may be. */
  public static final double MOST = 100;

  /** The one that leaves scores as they are. */
  public static final Temperature NONE = new Temperature(1);

  private static final String SETTING = "temperature";

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Temperature {
    if (!inRange(value)) {
      throw new IllegalArgumentException(
          "temperature is %s, must be in [%s, %s]".formatted(value, LEAST, MOST));
    }
  }

  /** Returns whether a temperature may have this value. */
  public static boolean inRange(double value) {
    return value >= LEAST && value <= MOST;
  }

  /** Returns whether it leaves scores as they are. */
  public boolean isNone() {
    return value == 1;
  }

  /** Returns a score at this temperature. */
  public double of(float score) {
    return score / value;
  }

  /** Returns settings of a codec with this temperature among them, which 1 is not. */
  public Map<String, String> with(Map<String, String> settings) {
    if (isNone()) {
      return settings;
    }
    Map<String, String> all = new TreeMap<>(settings);
    all.put(SETTING, Double.toString(value));
    return all;
  }

  /** Returns the names of the settings that {@link #with} may add: they are learned. */
  public static Set<String> settings() {
    return Set.of(SETTING);
  }

  /**
   * Returns the temperature of a codec that was stored.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public static Temperature of(StoredCodec stored) {
    if (!stored.settings().containsKey(SETTING)) {
      return NONE;
    }
    double value = StoredCodecs.number(stored, SETTING);
    if (!inRange(value)) {
      throw StoredCodecs.badSetting(
          stored, SETTING, Double.toString(value), "a number in [" + LEAST + ", " + MOST + "]");
    }
    return new Temperature(value);
  }
}
