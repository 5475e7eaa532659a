package dev.rondo.runtime.forecast;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.feature.TargetScale;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What training learned of one number that is forecast: its scale, and what its forecasts start
 * from. Immutable.
 */
record LearnedTarget(TargetScale scale, Base base) {
  private static final String CENTER = "center";
  private static final String SPREAD = "spread";
  private static final String FLOOR = "floor";

  /** Returns what a window's answers are scaled by; see {@link TargetScale#level}. */
  Level level(double[] values, int from, int position) {
    return scale.level(values, from, position);
  }

  /** Returns what files keep that training learns of a target. */
  static Set<String> learned(String prefix) {
    Set<String> learned = new TreeSet<>();
    for (String setting : List.of(CENTER, SPREAD, FLOOR)) {
      learned.add(prefix + setting);
    }
    Base.SETTINGS.forEach(setting -> learned.add(prefix + setting));
    return learned;
  }

  /**
   * Keeps it.
   *
   * @param prefix of its settings: none where it is the only one
   */
  void store(Map<String, String> settings, String prefix) {
    settings.put(prefix + CENTER, Double.toString(scale.center()));
    settings.put(prefix + SPREAD, Double.toString(scale.spread()));
    settings.put(prefix + FLOOR, Double.toString(scale.floor()));
    base.store(settings, prefix);
  }

  /**
   * Returns what was stored.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static LearnedTarget restore(StoredCodec stored, String prefix, Scaling scaling, int horizon) {
    return new LearnedTarget(
        TargetScale.of(
            scaling,
            StoredCodecs.number(stored, prefix + CENTER),
            ForecastSettings.notNegative(stored, prefix + SPREAD),
            ForecastSettings.notNegative(stored, prefix + FLOOR)),
        Base.restore(stored, prefix, horizon));
  }

  /** Learns from the series of the training data. For use by one thread. */
  static final class Learner {
    private final String name;
    private final TargetScale.Learner scale;
    private final List<double[]> all = new ArrayList<>();

    Learner(String name, Scaling scaling) {
      this.name = name;
      this.scale = TargetScale.learner(scaling);
    }

    /** Learns from the values of a series. */
    void add(double[] values) {
      all.add(values);
      scale.start();
      for (double value : values) {
        scale.add(value);
      }
    }

    /**
     * Returns what was learned.
     *
     * @param linear whether forecasts start from linear ones
     * @throws IllegalArgumentException if the values are too far apart to be scaled
     */
    LearnedTarget build(boolean linear, int window, int horizon) {
      TargetScale learned;
      try {
        learned = scale.build();
      } catch (IllegalArgumentException e) {
        throw WrongValue.of(e).in(name);
      }
      return new LearnedTarget(
          learned, linear ? Base.learn(all, window, horizon) : Base.lastValue());
    }
  }
}
