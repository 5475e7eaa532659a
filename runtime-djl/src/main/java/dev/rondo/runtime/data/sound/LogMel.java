package dev.rondo.runtime.data.sound;

/**
 * What is heard of a sound: for each window the logarithm of the energy in bands of frequencies, or
 * cepstral coefficients of these; equations as in {@link dev.rondo.data.Audio}. Two windows are
 * transformed at once, one as the real and one as the imaginary part. Immutable; safe for use by
 * many threads.
 */
public final class LogMel {
  private static final double OFFSET = 1e-6;

  private final SoundSettings settings;
  private final double[] window;
  private final Fourier fourier;
  private final MelBands mel;

  /** The cosines of the coefficients, (coefficients, bands); none for the bands themselves. */
  private final double[][] cosines;

  /** Prepares for sounds read alike. */
  public LogMel(SoundSettings settings) {
    this(settings, 1);
  }

  /**
   * Prepares for sounds read alike.
   *
   * @param warp by what frequencies are multiplied where a band is looked for ({@link
   *     SoundAugmentation#vocalTract})
   */
  public LogMel(SoundSettings settings, double warp) {
    this.settings = settings;
    window = window(settings);
    fourier = new Fourier(settings.transform());
    mel = new MelBands(settings, warp);
    cosines = new double[settings.coefficients()][settings.bands()];
    int bands = settings.bands();
    for (int c = 0; c < cosines.length; c++) {
      double scale = Math.sqrt((c == 0 ? 1.0 : 2.0) / bands);
      for (int b = 0; b < bands; b++) {
        cosines[c][b] = scale * Math.cos(Math.PI * c * (b + 0.5) / bands);
      }
    }
  }

  /** The periodic Hann window in the middle of a transform. */
  private static double[] window(SoundSettings settings) {
    double[] window = new double[settings.transform()];
    int length = settings.windowSamples();
    int before = (window.length - length) / 2;
    for (int n = 0; n < length; n++) {
      window[before + n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / length);
    }
    return window;
  }

  /** Returns how many steps a sound of so many samples has. */
  public int steps(int samples) {
    return 1 + samples / settings.hopSamples();
  }

  /**
   * Returns the features.
   *
   * @param samples at the rate of the settings
   * @return (steps × width), step by step
   */
  public float[] features(float[] samples) {
    return features(emphasized(samples, 0), -window.length / 2, steps(samples.length));
  }

  /**
   * Returns the features of some steps.
   *
   * @param emphasized samples; beside them there are zeros
   * @param start the sample that the first step's transform begins with
   */
  float[] features(float[] emphasized, int start, int steps) {
    int size = window.length;
    int width = settings.width();
    float[] features = new float[Math.multiplyExact(steps, width)];
    double[] real = new double[size];
    double[] imaginary = new double[size];
    double[] power = new double[size / 2 + 1];
    double[] next = new double[size / 2 + 1];
    double[] bands = new double[settings.bands()];
    for (int t = 0; t < steps; t += 2) {
      cut(emphasized, start + t * settings.hopSamples(), real);
      cut(emphasized, start + (t + 1) * settings.hopSamples(), imaginary);
      fourier.transform(real, imaginary);
      powers(real, imaginary, power, next);
      write(power, bands, features, t * width);
      if (t + 1 < steps) {
        write(next, bands, features, (t + 1) * width);
      }
    }
    return features;
  }

  /**
   * Returns the samples, each without a part of its predecessor.
   *
   * @param before the sample before the first
   */
  float[] emphasized(float[] samples, float before) {
    if (settings.preEmphasis() == 0 || samples.length == 0) {
      return samples;
    }
    float[] emphasized = samples.clone();
    emphasized[0] = (float) (samples[0] - settings.preEmphasis() * before);
    for (int i = 1; i < samples.length; i++) {
      emphasized[i] = (float) (samples[i] - settings.preEmphasis() * samples[i - 1]);
    }
    return emphasized;
  }

  private void cut(float[] samples, int start, double[] into) {
    for (int n = 0; n < into.length; n++) {
      int i = start + n;
      into[n] = i >= 0 && i < samples.length ? window[n] * samples[i] : 0;
    }
  }

  /** Of z = x + iy the transforms are (Z_k + Z*_(N-k)) / 2 and (Z_k - Z*_(N-k)) / 2i. */
  private static void powers(double[] real, double[] imaginary, double[] first, double[] second) {
    int size = real.length;
    for (int k = 0; k < first.length; k++) {
      int mirrored = (size - k) % size;
      double a = real[k] + real[mirrored];
      double b = imaginary[k] - imaginary[mirrored];
      double c = imaginary[k] + imaginary[mirrored];
      double d = real[mirrored] - real[k];
      first[k] = (a * a + b * b) / 4;
      second[k] = (c * c + d * d) / 4;
    }
  }

  private void write(double[] power, double[] bands, float[] features, int at) {
    mel.sum(power, bands);
    for (int b = 0; b < bands.length; b++) {
      bands[b] = Math.log(bands[b] + OFFSET);
    }
    for (int i = 0; i < settings.width(); i++) {
      double value = cosines.length == 0 ? bands[i] : 0;
      for (int b = 0; cosines.length > 0 && b < bands.length; b++) {
        value += cosines[i][b] * bands[b];
      }
      features[at + i] = (float) value;
    }
  }
}
