package dev.rondo.runtime.data.sound;

import java.util.Arrays;

/**
 * Brings samples to another rate: a sinc under a Hann window over six zero crossings, that ends a
 * little below half the lower rate, so that nothing higher folds back (Smith, "Digital audio
 * resampling"). With o and r the rates by their greatest common divisor, {@code b = 0.99 min(o,
 * r)}:
 *
 * <pre>{@code
 * y[n] = Σ_m x[m] (b / o) sinc(b (m / o - n / r)) cos²(π b (m / o - n / r) / 12)      where |b (m / o - n / r)| < 6
 * }</pre>
 *
 * <p>as torchaudio's {@code resample}; {@code ⌈r · samples / o⌉} come out. Immutable; safe for use
 * by many threads.
 */
public final class Resampler {
  private static final int CROSSINGS = 6;
  private static final double ROLLOFF = 0.99;

  private final int from;
  private final int to;

  /** For each of the places that repeat, its first sample, counted from the place's own. */
  private final int[] first;

  private final double[][] taps;

  /**
   * Prepares.
   *
   * @param fromRate samples a second that come in
   * @param toRate samples a second that go out
   */
  public Resampler(int fromRate, int toRate) {
    int divisor = divisor(fromRate, toRate);
    from = fromRate / divisor;
    to = toRate / divisor;
    first = new int[to];
    taps = new double[to][];
    double base = ROLLOFF * Math.min(from, to);
    double reach = CROSSINGS * from / base;
    for (int phase = 0; phase < to; phase++) {
      double center = phase * (double) from / to;
      first[phase] = (int) Math.ceil(center - reach);
      int last = (int) Math.floor(center + reach);
      taps[phase] = new double[last - first[phase] + 1];
      for (int k = 0; k < taps[phase].length; k++) {
        double t = base * ((first[phase] + k) / (double) from - phase / (double) to);
        double window = Math.cos(Math.PI * t / CROSSINGS / 2);
        double sinc = t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
        taps[phase][k] = base / from * sinc * window * window;
      }
    }
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  /** Returns the samples at the other rate. */
  public float[] resample(float[] samples) {
    if (from == to) {
      return samples;
    }
    float[] resampled = new float[Math.toIntExact(length(samples.length))];
    for (int n = 0; n < resampled.length; n++) {
      int start = Math.toIntExact((long) (n / to) * from);
      resampled[n] = sample(samples, start, n % to);
    }
    return resampled;
  }

  private long length(long samples) {
    return (samples * to + from - 1) / from;
  }

  /**
   * Returns a sample that comes out; beside those that come in there are zeros.
   *
   * @param place where the places that repeat begin among the samples
   */
  private float sample(float[] samples, int place, int phase) {
    int start = place + first[phase];
    double[] tap = taps[phase];
    double sum = 0;
    int end = Math.min(tap.length, samples.length - start);
    for (int k = Math.max(0, -start); k < end; k++) {
      sum += tap[k] * samples[start + k];
    }
    return (float) sum;
  }

  /** Starts with samples that come part by part. */
  public Stream stream() {
    return new Stream();
  }

  /**
   * Samples that come part by part: those of {@link #resample} of the whole, each as soon as all
   * that it is made of is there. For use by one thread.
   */
  public final class Stream {
    private final int before = Math.max(0, -first[0]);
    private float[] kept = new float[before];
    private int phase;
    private long in;
    private long out;

    private Stream() {}

    /** Returns what further samples give; maybe nothing yet. */
    public float[] add(float[] samples) {
      int known = kept.length;
      kept = Arrays.copyOf(kept, Math.addExact(known, samples.length));
      System.arraycopy(samples, 0, kept, known, samples.length);
      in += samples.length;
      return take(Long.MAX_VALUE, true);
    }

    /** Returns what is left when the samples have ended. */
    public float[] end() {
      return take(length(in) - out, false);
    }

    private float[] take(long most, boolean whole) {
      float[] taken = new float[Math.toIntExact(length(kept.length) + to)];
      int count = 0;
      int place = before;
      while (count < most && (!whole || place + first[phase] + taps[phase].length <= kept.length)) {
        taken[count++] = sample(kept, place, phase);
        phase++;
        if (phase == to) {
          phase = 0;
          place += from;
        }
      }
      kept = Arrays.copyOfRange(kept, Math.min(place - before, kept.length), kept.length);
      out += count;
      return Arrays.copyOf(taken, count);
    }
  }
}
