package dev.rondo.runtime.data.feature;

import dev.rondo.AudioClip;
import dev.rondo.data.Normalization;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.sound.LogMel;
import dev.rondo.runtime.data.sound.Resampler;
import dev.rondo.runtime.data.sound.SoundAugmentation;
import dev.rondo.runtime.data.sound.SoundChunks;
import dev.rondo.runtime.data.sound.SoundSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a sound into steps of log-mel features, or of cepstral coefficients, as {@link
 * dev.rondo.data.Audio} defines them. A model file keeps all settings, and with {@link
 * Normalization#GLOBAL} means and deviations of the training data.
 *
 * <pre>{@code
 * AudioCodec.Description description = AudioCodec.of("clip", settings, Normalization.UTTERANCE);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class AudioCodec implements StepsCodec<AudioClip> {
  private static final String KIND = "audio";
  private static final double EPSILON = 1e-5;

  private final Description description;
  private final @Nullable Scales scales;

  private AudioCodec(Description description, @Nullable Scales scales) {
    this.description = description;
    this.scales = scales;
  }

  /**
   * Describes the codec of an input.
   *
   * @param name what the user calls the input
   */
  public static Description of(String name, SoundSettings settings, Normalization normalization) {
    return new Description(Arguments.notNull(name, "name"), settings, normalization);
  }

  @Override
  public int width() {
    return description.settings.width();
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public int symbols(int column) {
    throw new IllegalArgumentException("a sound has no symbols");
  }

  /**
   * Returns the steps of a clip, {@code 1 + ⌊samples / hop⌋} of them.
   *
   * @throws IllegalArgumentException if it is null, naming the input
   */
  @Override
  public Steps encode(@Nullable AudioClip clip) {
    float[] features = description.features(clip);
    normalize(features);
    return steps(features);
  }

  /**
   * Returns the steps of a clip as it is learned from.
   *
   * @param random draws what is changed; null for the clip as it is
   * @throws IllegalArgumentException if it is null, naming the input
   */
  public Steps encode(
      @Nullable AudioClip clip, SoundAugmentation augmentation, @Nullable Random random) {
    if (random == null || augmentation.isNone()) {
      return encode(clip);
    }
    float[] samples = augmentation.samples(description.samples(clip), random);
    float[] features = description.warped(augmentation.warp(random)).features(samples);
    normalize(features);
    augmentation.mask(features, width(), random);
    return steps(features);
  }

  /**
   * Returns a long clip in chunks.
   *
   * @param every how many steps there are to one of the scores
   * @throws IllegalArgumentException if the clip is null, or a time is out of range
   */
  public SoundChunks chunks(@Nullable AudioClip clip, int every, Duration chunk, Duration overlap) {
    SoundSettings settings = description.settings;
    return new SoundChunks(
        AudioClip.of(description.samples(clip), settings.rate()),
        Math.multiplyExact(every, settings.hopSamples()),
        chunk,
        overlap);
  }

  /**
   * Starts to hear a sound that comes part by part.
   *
   * @throws IllegalStateException if features are normalized over the whole sound
   */
  public AudioStream stream() {
    if (description.normalization == Normalization.UTTERANCE) {
      throw new IllegalStateException(
          "\"%s\" is normalized over the whole sound".formatted(description.name));
    }
    return new AudioStream(this, description);
  }

  /** Returns features as steps. */
  public Steps steps(float[] features) {
    return Steps.of(features.length / width(), features, width(), new int[0], 0);
  }

  void normalize(float[] features) {
    int width = width();
    if (scales != null) {
      float[] step = new float[width];
      for (int at = 0; at < features.length; at += width) {
        System.arraycopy(features, at, step, 0, width);
        scales.encode(step, features, at, new double[0], 0);
      }
    } else if (description.normalization == Normalization.UTTERANCE) {
      normalize(features, width);
    }
  }

  private static void normalize(float[] features, int width) {
    int steps = features.length / width;
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int at = i; at < features.length; at += width) {
        sum += features[at];
      }
      double mean = sum / steps;
      double squares = 0;
      for (int at = i; at < features.length; at += width) {
        squares += (features[at] - mean) * (features[at] - mean);
      }
      double scale = 1 / Math.sqrt(squares / steps + EPSILON);
      for (int at = i; at < features.length; at += width) {
        features[at] = (float) ((features[at] - mean) * scale);
      }
    }
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    Map<String, String> settings = new HashMap<>(description.stored());
    if (scales != null) {
      settings.putAll(scales.stored(KIND).settings());
    }
    return Map.of(as, new StoredCodec(KIND, settings, List.of()));
  }

  /** How a sound is read, before anything was learned. Immutable. */
  public static final class Description {
    private final String name;
    private final SoundSettings settings;
    private final Normalization normalization;
    private final LogMel features;
    private final Map<Integer, LogMel> warped = new ConcurrentHashMap<>();
    private volatile @Nullable Rate last;

    private record Rate(int from, Resampler resampler) {}

    private Description(String name, SoundSettings settings, Normalization normalization) {
      this.name = name;
      this.settings = settings;
      this.normalization = normalization;
      this.features = new LogMel(settings);
    }

    private float[] features(@Nullable AudioClip clip) {
      return features.features(samples(clip));
    }

    /** Returns the samples at the rate that the model hears. */
    private float[] samples(@Nullable AudioClip clip) {
      AudioClip given = Arguments.notNull(clip, name);
      float[] samples = given.samples();
      return given.rate() == settings.rate() ? samples : resampler(given.rate()).resample(samples);
    }

    String name() {
      return name;
    }

    SoundSettings settings() {
      return settings;
    }

    LogMel features() {
      return features;
    }

    /** Returns what hears frequencies multiplied, by looking for them where they come from. */
    private LogMel warped(int hundredths) {
      return warped.computeIfAbsent(hundredths, factor -> new LogMel(settings, 100.0 / factor));
    }

    /** Recordings of one source have one rate. */
    Resampler resampler(int from) {
      Rate known = last;
      if (known == null || known.from() != from) {
        known = new Rate(from, new Resampler(from, settings.rate()));
        last = known;
      }
      return known.resampler();
    }

    private Map<String, String> stored() {
      Map<String, String> stored = new HashMap<>();
      stored.put("rate", Integer.toString(settings.rate()));
      stored.put("bands", Integer.toString(settings.bands()));
      stored.put("window", Double.toString(settings.window()));
      stored.put("hop", Double.toString(settings.hop()));
      stored.put("lowest", Double.toString(settings.lowest()));
      stored.put("highest", Double.toString(settings.highest()));
      stored.put("preEmphasis", Double.toString(settings.preEmphasis()));
      stored.put("coefficients", Integer.toString(settings.coefficients()));
      stored.put("normalization", normalization.name());
      return stored;
    }

    /** Starts to learn. */
    public Learner learner() {
      return new Learner(this);
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if it is not there, damaged, or of another description than
     *     this, naming it
     */
    public AudioCodec restore(Map<String, StoredCodec> stored) {
      StoredFeature feature = StoredFeature.of(stored, name, KIND);
      stored().forEach(feature::check);
      return new AudioCodec(
          this,
          normalization == Normalization.GLOBAL
              ? Scales.restore(feature, Scaling.STANDARD, null)
              : null);
    }
  }

  /**
   * Learns from the clips of the training data, one after the other, in memory that does not grow
   * with them. For use by one thread.
   */
  public static final class Learner {
    private final Description description;
    private final ScalesLearner scales;

    private Learner(Description description) {
      this.description = description;
      this.scales = new ScalesLearner(description.settings.width(), Scaling.STANDARD, null);
    }

    /**
     * Learns from a clip.
     *
     * @throws IllegalArgumentException if it is null, naming the input
     */
    public void add(@Nullable AudioClip clip) {
      if (description.normalization != Normalization.GLOBAL) {
        Arguments.notNull(clip, description.name);
        return;
      }
      float[] features = description.features(clip);
      float[] step = new float[scales.size()];
      for (int at = 0; at < features.length; at += step.length) {
        System.arraycopy(features, at, step, 0, step.length);
        scales.add(step);
      }
    }

    /** Returns the codec with what was learned so far. */
    public AudioCodec build() {
      return new AudioCodec(
          description, description.normalization == Normalization.GLOBAL ? scales.build() : null);
    }
  }
}
