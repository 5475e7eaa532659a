package dev.rondo.runtime.data.feature;

import dev.rondo.AudioClip;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.sound.Resampler;
import dev.rondo.runtime.data.sound.SoundStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sound that comes part by part, as features: those that {@link AudioCodec#encode} gives of the
 * whole. For use by one thread.
 */
public final class AudioStream {
  private final AudioCodec codec;
  private final AudioCodec.Description description;
  private final SoundStream sound;
  private Resampler.@Nullable Stream resampled;
  private int rate;

  AudioStream(AudioCodec codec, AudioCodec.Description description) {
    this.codec = codec;
    this.description = description;
    this.sound = new SoundStream(description.features(), description.settings());
  }

  /**
   * Hears a further part.
   *
   * @return the features of the steps that are complete now, step by step; maybe none
   * @throws IllegalArgumentException if the part is null, or has another rate than those before;
   *     nothing is heard then
   */
  public float[] add(@Nullable AudioClip clip) {
    AudioClip part = Arguments.notNull(clip, description.name());
    if (rate != 0 && part.rate() != rate) {
      throw new IllegalArgumentException(
          "\"%s\" goes on with %s samples a second, it began with %s"
              .formatted(description.name(), part.rate(), rate));
    }
    if (rate == 0) {
      rate = part.rate();
      resampled =
          rate == description.settings().rate() ? null : description.resampler(rate).stream();
    }
    float[] samples = part.samples();
    return normalized(sound.add(resampled == null ? samples : resampled.add(samples)));
  }

  /**
   * Ends the sound. Returns the features of the steps that are left; none where nothing was heard.
   */
  public float[] end() {
    if (rate == 0) {
      return new float[0];
    }
    float[] features = resampled == null ? new float[0] : sound.add(resampled.end());
    float[] last = sound.end();
    int known = features.length;
    features = Arrays.copyOf(features, known + last.length);
    System.arraycopy(last, 0, features, known, last.length);
    return normalized(features);
  }

  private float[] normalized(float[] features) {
    codec.normalize(features);
    return features;
  }
}
