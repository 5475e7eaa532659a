package dev.rondo.runtime.data.sound;

/**
 * How a sound is read, as {@link dev.rondo.data.Audio} says it.
 *
 * @param rate samples a second
 * @param bands how many bands of frequencies there are
 * @param window how long a window is, in seconds
 * @param hop from window to window, in seconds
 * @param lowest where the lowest band begins, in Hz
 * @param highest where the highest band ends, in Hz; 0 for half the rate
 * @param preEmphasis how much of each sample's predecessor is taken from it
 * @param coefficients how many cepstral coefficients are read in place of the bands; 0 for the
 *     bands
 */
public record SoundSettings(
    int rate,
    int bands,
    double window,
    double hop,
    double lowest,
    double highest,
    double preEmphasis,
    int coefficients) {
  /**
   * Checks that there is something to hear.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public SoundSettings {
    require(rate >= 1_000 && rate <= 768_000, "rate", rate);
    require(bands >= 1 && bands <= 1_000, "bands", bands);
    require(window * rate >= 2 && window * rate <= 1 << 16, "window", window);
    require(hop * rate >= 1 && hop <= 10, "hop", hop);
    require(lowest >= 0 && lowest < rate / 2.0, "lowest", lowest);
    require(highest == 0 || (highest > lowest && highest <= rate / 2.0), "highest", highest);
    require(preEmphasis >= 0 && preEmphasis < 1, "preEmphasis", preEmphasis);
    require(coefficients >= 0 && coefficients <= bands, "coefficients", coefficients);
  }

  private static void require(boolean right, String setting, Number value) {
    if (!right) {
      throw new IllegalArgumentException(setting + " of a sound is " + value + ", out of range");
    }
  }

  /** Returns the samples of a window. */
  int windowSamples() {
    return (int) Math.round(window * rate);
  }

  /** Returns the samples from window to window, at least 1. */
  public int hopSamples() {
    return Math.max(1, (int) Math.round(hop * rate));
  }

  /** Returns the samples of a transform: the power of two from the window on. */
  int transform() {
    int size = 2;
    while (size < windowSamples()) {
      size *= 2;
    }
    return size;
  }

  /** Returns where the highest band ends, in Hz. */
  double top() {
    return highest == 0 ? rate / 2.0 : highest;
  }

  /** Returns how many features a step has. */
  public int width() {
    return coefficients == 0 ? bands : coefficients;
  }
}
