package dev.rondo.runtime.data.sound;

import java.util.Arrays;

/**
 * The features of a sound that comes part by part: those of {@link LogMel#features} of the whole,
 * each as soon as all of its window was heard. It keeps about a window of samples. For use by one
 * thread.
 */
public final class SoundStream {
  private final LogMel features;
  private final int hop;
  private final int size;

  /** Samples from where the next step's transform begins; zeros before the sound. */
  private float[] kept;

  /** How many samples are yet to come before the next step's transform begins. */
  private int skipped;

  private float last;
  private long heard;
  private long steps;

  /** Starts before the first sample. */
  public SoundStream(LogMel features, SoundSettings settings) {
    this.features = features;
    this.hop = settings.hopSamples();
    this.size = settings.transform();
    this.kept = new float[size / 2];
  }

  /**
   * Hears further samples.
   *
   * @param samples at the rate of the settings
   * @return the features of the steps that are complete now, step by step; maybe none
   */
  public float[] add(float[] samples) {
    keep(features.emphasized(samples, last));
    if (samples.length > 0) {
      last = samples[samples.length - 1];
    }
    heard += samples.length;
    return take(kept.length < size ? 0 : (kept.length - size) / hop + 1);
  }

  /** Ends the sound. Returns the features of the steps that are left: zeros follow the sound. */
  public float[] end() {
    return take(Math.toIntExact(1 + heard / hop - steps));
  }

  private void keep(float[] samples) {
    int from = Math.min(skipped, samples.length);
    skipped -= from;
    int known = kept.length;
    kept = Arrays.copyOf(kept, Math.addExact(known, samples.length - from));
    System.arraycopy(samples, from, kept, known, samples.length - from);
  }

  private float[] take(int count) {
    float[] taken = features.features(kept, 0, count);
    int used = Math.multiplyExact(count, hop);
    skipped += Math.max(0, used - kept.length);
    kept = Arrays.copyOfRange(kept, Math.min(used, kept.length), kept.length);
    steps += count;
    return taken;
  }
}
