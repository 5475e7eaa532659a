package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;

/**
 * How a number of a series is scaled when a network learns to forecast it: by statistics of the
 * training data, or, with {@link Scaling#WINDOW}, by the window that is known when it is forecast.
 * Immutable.
 */
public final class TargetScale {
  private final Scaling scaling;
  private final Scaler scaler;
  private final double floor;

  private TargetScale(Scaling scaling, Scaler scaler, double floor) {
    this.scaling = scaling;
    this.scaler = scaler;
    this.floor = floor;
  }

  /**
   * What the values of a window are scaled by.
   *
   * @param center what becomes 0
   * @param spread what becomes 1 more; 0 where nothing is known of it
   */
  public record Level(double center, double spread) {}

  /**
   * Returns a scale that was stored.
   *
   * @param floor ε of {@link Scaling#WINDOW}
   */
  public static TargetScale of(Scaling scaling, double center, double spread, double floor) {
    return new TargetScale(scaling, new Scaler(scaling, center, spread), floor);
  }

  /** Starts to learn. */
  public static Learner learner(Scaling scaling) {
    return new Learner(Arguments.notNull(scaling, "scaling"));
  }

  public Scaling scaling() {
    return scaling;
  }

  /** Returns what becomes 0, over the training data. */
  public double center() {
    return scaler.center();
  }

  /** Returns what becomes 1 more, over the training data. */
  public double spread() {
    return scaler.spread();
  }

  /** Returns ε of {@link Scaling#WINDOW}, in the user's units. */
  public double floor() {
    return floor;
  }

  /**
   * Returns the level of a window.
   *
   * @param values of the series, NaN where one is missing
   * @param from the first of the window
   * @param to behind the last of the window
   */
  public Level level(double[] values, int from, int to) {
    if (scaling != Scaling.WINDOW) {
      return new Level(scaler.center(), scaler.spread());
    }
    double sum = 0;
    int known = 0;
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(values[t])) {
        sum += values[t];
        known++;
      }
    }
    if (known == 0) {
      return new Level(scaler.center(), scaler.spread() + floor);
    }
    double mean = sum / known;
    double squares = 0;
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(values[t])) {
        squares += (values[t] - mean) * (values[t] - mean);
      }
    }
    return new Level(mean, Math.sqrt(squares / known) + floor);
  }

  /** Returns a number as the network is trained to answer it; NaN of a missing one. */
  public float scaled(double number, Level level) {
    if (Double.isNaN(number)) {
      return Float.NaN;
    }
    if (scaling != Scaling.WINDOW) {
      return scaler.scale(number);
    }
    return level.spread() > 0 ? (float) ((number - level.center()) / level.spread()) + 0f : 0f;
  }

  /** Returns the number, in the user's units, that an answer of the network stands for. */
  public double unscaled(double scaled, Level level) {
    return scaling == Scaling.WINDOW
        ? level.center() + scaled * level.spread()
        : scaler.unscale(scaled);
  }

  /** Learns from the series of the training data. For use by one thread. */
  public static final class Learner {
    private final Scaling scaling;
    private final Statistics statistics;
    private final NumberScale.Learner differences = new NumberScale.Learner();

    private Learner(Scaling scaling) {
      this.scaling = scaling;
      this.statistics = new Statistics(scaling);
    }

    /** Says that the next number begins a series. */
    public void start() {
      differences.start();
    }

    /**
     * Learns from a number; nothing from one that is missing.
     *
     * @throws IllegalArgumentException if it is infinite: {@code is Infinity, …}
     */
    public void add(double number) {
      if (!Double.isNaN(number)) {
        statistics.add(number);
        differences.add(number);
      }
    }

    /**
     * Returns the scale.
     *
     * @throws IllegalArgumentException if the numbers are too far apart
     */
    public TargetScale build() {
      return new TargetScale(scaling, statistics.scaler(), differences.build().floor());
    }
  }
}
