package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import java.util.Map;

/**
 * How a number is scaled: {@code y = (x - center) / spread}, in double; on a logarithmic scale
 * {@code x} is {@code sign(x) · ln(1 + |x|)} before. Where the spread is 0, because the number
 * never changed in training, {@code y} is 0: whatever the network would read instead, it has never
 * seen.
 */
final class Scaler {
  private final Scaling scaling;
  private final double center;
  private final double spread;
  private final double factor;

  Scaler(Scaling scaling, double center, double spread) {
    this.scaling = scaling;
    this.center = center;
    this.spread = spread;
    // the inverse of the smallest spreads is no finite number: as good as constant
    this.factor = spread > 0 && 1 / spread <= Double.MAX_VALUE ? 1 / spread : 0;
  }

  static double logarithm(double number) {
    return Math.copySign(Math.log1p(Math.abs(number)), number);
  }

  boolean isFinite() {
    return Double.isFinite(center) && Double.isFinite(spread);
  }

  boolean isLogarithmic() {
    return scaling == Scaling.LOG;
  }

  double center() {
    return center;
  }

  double factor() {
    return factor;
  }

  /**
   * Returns a number as the network reads it.
   *
   * @throws WrongValue if it is not finite, before or after
   */
  float scale(double number) {
    double value = scaling == Scaling.LOG ? logarithm(number) : number;
    float scaled = (float) ((value - center) * factor) + 0f; // no -0
    if (!(Math.abs(scaled) <= Float.MAX_VALUE)) {
      throw wrong(number);
    }
    return scaled;
  }

  /**
   * Returns the number whose scaled value this is; where the spread is 0 what it was in training.
   */
  double unscale(double scaled) {
    double value = factor == 0 ? center : scaled * spread + center;
    return scaling == Scaling.LOG ? Math.copySign(Math.expm1(Math.abs(value)), value) : value;
  }

  /** Returns what is wrong with a number that has no finite scaled value. */
  static WrongValue wrong(double number) {
    return Double.isFinite(number)
        ? WrongValue.of("is " + number + ", which no float holds when it is scaled")
        : notFinite(number);
  }

  /** Returns the error of a number that is none, or infinite. */
  static WrongValue notFinite(double number) {
    return WrongValue.of(
        Double.isNaN(number)
            ? "is NaN. What may be missing needs @Missing."
            : "is " + number + ", expected a finite number");
  }

  /** Adds what a model file keeps. */
  void store(Map<String, String> settings) {
    settings.put("scaling", scaling.name());
    if (scaling != Scaling.NONE) {
      settings.put(centerName(scaling), Double.toString(center));
      settings.put(spreadName(scaling), Double.toString(spread));
    }
  }

  /**
   * Returns what was stored.
   *
   * @throws IllegalArgumentException if it is damaged or of another scale
   */
  static Scaler restore(StoredFeature stored, Scaling scaling) {
    stored.check("scaling", scaling.name());
    return scaling == Scaling.NONE
        ? new Scaler(scaling, 0, 1)
        : new Scaler(
            scaling, stored.number(centerName(scaling)), stored.spread(spreadName(scaling)));
  }

  /** Returns what the center is called, for whoever reads a model file. */
  static String centerName(Scaling scaling) {
    return switch (scaling) {
      case STANDARD, LOG, WINDOW, NONE -> "mean";
      case MIN_MAX -> "least";
      case ROBUST -> "median";
    };
  }

  /** Returns what the spread is called. */
  static String spreadName(Scaling scaling) {
    return switch (scaling) {
      case STANDARD, LOG, WINDOW, NONE -> "deviation";
      case MIN_MAX -> "range";
      case ROBUST -> "quartileRange";
    };
  }

  double spread() {
    return spread;
  }
}
