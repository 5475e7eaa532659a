package dev.rondo.samples.corpora.speech;

/**
 * A resonance: a recursive filter of two poles (Klatt 1980), whose gain at frequency 0 is 1.
 *
 * <pre>{@code
 * y[n] = a x[n] + b y[n-1] + c y[n-2]
 * c = -exp(-2π width T),  b = 2 exp(-π width T) cos(2π frequency T),  a = 1 - b - c
 * }</pre>
 */
final class Resonator {
  private final double rate;
  private double a;
  private double b;
  private double c;
  private double last;
  private double before;

  Resonator(double rate) {
    this.rate = rate;
  }

  /** Moves the resonance, in Hz; it stays below half the rate. */
  void tune(double frequency, double width) {
    double radius = Math.exp(-Math.PI * width / rate);
    c = -radius * radius;
    b = 2 * radius * Math.cos(2 * Math.PI * Math.min(frequency, 0.49 * rate) / rate);
    a = 1 - b - c;
  }

  /** Returns by how much white noise becomes louder, as a ratio of deviations. */
  double noiseGain() {
    return Math.abs(a) * Math.sqrt((1 - c) / ((1 + c) * ((1 - c) * (1 - c) - b * b)));
  }

  double next(double input) {
    double output = a * input + b * last + c * before;
    before = last;
    last = output;
    return output;
  }
}
