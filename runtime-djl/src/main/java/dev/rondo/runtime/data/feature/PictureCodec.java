package dev.rondo.runtime.data.feature;

import dev.rondo.Frames;
import dev.rondo.ImageFileException;
import dev.rondo.data.Normalization;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.picture.PictureReader;
import dev.rondo.runtime.data.picture.PictureSettings;
import dev.rondo.runtime.data.text.LengthLimit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns pictures into steps, as {@link dev.rondo.data.Image} defines them: each of one size, row by
 * row of a channel, then of the next. A model file keeps all settings, and with {@link
 * Normalization#GLOBAL} the mean and deviation of each channel in the training data.
 *
 * <pre>{@code
 * PictureCodec.Description<BufferedImage> description =
 *     PictureCodec.of("frames", new PictureSettings(32, 32, 1), Normalization.GLOBAL);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <P> a picture: {@link BufferedImage}, or the {@link Path} of its file
 */
public final class PictureCodec<P> implements StepsCodec<List<P>> {
  private static final String KIND = "pictures";
  private static final double EPSILON = 1e-5;

  private final Description<P> description;
  private final @Nullable Scales scales;
  private final LengthLimit limit;

  private PictureCodec(Description<P> description, @Nullable Scales scales, LengthLimit limit) {
    this.description = description;
    this.scales = scales;
    this.limit = limit;
  }

  /**
   * Describes the codec of an input of pictures.
   *
   * @param name what the user calls the input
   */
  public static Description<BufferedImage> of(
      String name, PictureSettings settings, Normalization normalization) {
    return new Description<>(name, settings, normalization, picture -> picture);
  }

  /**
   * Describes the codec of an input of files, each of which is decoded when it is read.
   *
   * @param name what the user calls the input
   */
  public static Description<Path> ofFiles(
      String name, PictureSettings settings, Normalization normalization) {
    return new Description<>(name, settings, normalization, Frames::picture);
  }

  @Override
  public int width() {
    return description.settings.features();
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public int symbols(int column) {
    throw new IllegalArgumentException("pictures have no symbols");
  }

  /** Returns how many steps of an input are read. */
  public LengthLimit limit() {
    return limit;
  }

  /**
   * Returns the steps of a clip.
   *
   * @throws IllegalArgumentException if it or a picture is null, a file cannot be read, or there is
   *     no picture, naming the input and the place, counted from 0: {@code frames[3] is null}
   */
  @Override
  public Steps encode(@Nullable List<P> pictures) {
    List<P> all = description.notEmpty(pictures);
    int first = limit.first(all.size());
    List<P> read = limit.cut(all);
    int width = width();
    float[] features = new float[Math.multiplyExact(read.size(), width)];
    for (int i = 0; i < read.size(); i++) {
      description.read(read.get(i), first + i, features, i * width);
    }
    int pixels = width / description.settings.channels();
    if (scales != null) {
      for (int at = 0; at < features.length; at += width) {
        scale(features, at, pixels, scales);
      }
    } else if (description.normalization == Normalization.UTTERANCE) {
      for (int channel = 0; channel < description.settings.channels(); channel++) {
        normalize(features, channel * pixels, pixels, width);
      }
    }
    return Steps.of(read.size(), features, width, new int[0], 0);
  }

  private static void scale(float[] features, int at, int pixels, Scales scales) {
    float[] pixel = new float[scales.size()];
    float[] scaled = new float[scales.size()];
    for (int i = 0; i < pixels; i++) {
      for (int channel = 0; channel < pixel.length; channel++) {
        pixel[channel] = features[at + channel * pixels + i];
      }
      scales.encode(pixel, scaled, 0, new double[0], 0);
      for (int channel = 0; channel < pixel.length; channel++) {
        features[at + channel * pixels + i] = scaled[channel];
      }
    }
  }

  /** Normalizes a channel over all pictures. */
  private static void normalize(float[] features, int start, int pixels, int width) {
    int pictures = features.length / width;
    double sum = 0;
    double squares = 0;
    for (int picture = 0; picture < pictures; picture++) {
      for (int i = 0, at = picture * width + start; i < pixels; i++, at++) {
        sum += features[at];
        squares += (double) features[at] * features[at];
      }
    }
    double count = (double) pictures * pixels;
    double mean = sum / count;
    double scale = 1 / Math.sqrt(Math.max(0, squares / count - mean * mean) + EPSILON);
    for (int picture = 0; picture < pictures; picture++) {
      for (int i = 0, at = picture * width + start; i < pixels; i++, at++) {
        features[at] = (float) ((features[at] - mean) * scale);
      }
    }
  }

  /**
   * Returns what encodes a clip picture by picture.
   *
   * @throws IllegalStateException if it is normalized over the clip
   */
  public StepEncoder<P> stepEncoder() {
    if (description.normalization == Normalization.UTTERANCE) {
      throw new IllegalStateException("pictures that are normalized over a clip have no steps");
    }
    return new StepEncoder<>(description.name, new Picture(), false);
  }

  /** One picture, of a session. */
  private final class Picture implements LearnedFeature<P> {
    @Override
    public int width() {
      return PictureCodec.this.width();
    }

    @Override
    public void encode(@Nullable P picture, StepWriter out) {
      if (picture == null) {
        throw WrongValue.isNull();
      }
      float[] features = new float[width()];
      try {
        description.reader.read(description.decoder.apply(picture), features, 0);
      } catch (ImageFileException e) {
        throw WrongValue.of("cannot be read: " + e.getMessage());
      }
      if (scales != null) {
        scale(features, 0, features.length / description.settings.channels(), scales);
      }
      for (float feature : features) {
        out.feature(feature);
      }
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.putAll(stored(name));
    }
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    Map<String, String> settings = new HashMap<>(description.stored());
    if (scales != null) {
      Map<String, String> channels = new HashMap<>(scales.stored(KIND).settings());
      channels.remove("width"); // that of the pictures stands there
      settings.putAll(channels);
    }
    return limit.with(Map.of(as, new StoredCodec(KIND, settings, List.of())), as);
  }

  /**
   * How pictures are read, before anything was learned. Immutable.
   *
   * @param <P> a picture
   */
  public static final class Description<P> {
    private final String name;
    private final PictureSettings settings;
    private final Normalization normalization;
    private final Function<P, BufferedImage> decoder;
    private final PictureReader reader;

    private Description(
        String name,
        PictureSettings settings,
        Normalization normalization,
        Function<P, BufferedImage> decoder) {
      this.name = Arguments.notNull(name, "name");
      this.settings = settings;
      this.normalization = normalization;
      this.decoder = decoder;
      this.reader = new PictureReader(settings);
    }

    private List<P> notEmpty(@Nullable List<P> pictures) {
      List<P> all = Arguments.notNull(pictures, name);
      if (all.isEmpty()) {
        throw new IllegalArgumentException(name + " is empty, expected at least one picture");
      }
      return all;
    }

    private void read(@Nullable P picture, int place, float[] features, int at) {
      try {
        if (picture == null) {
          throw WrongValue.isNull();
        }
        reader.read(decoder.apply(picture), features, at);
      } catch (WrongValue e) {
        throw e.place(place).in(name);
      } catch (ImageFileException e) {
        throw WrongValue.of("cannot be read: " + e.getMessage()).place(place).in(name);
      }
    }

    private Map<String, String> stored() {
      Map<String, String> stored = new HashMap<>();
      stored.put("width", Integer.toString(settings.width()));
      stored.put("height", Integer.toString(settings.height()));
      stored.put("channels", Integer.toString(settings.channels()));
      stored.put("normalization", normalization.name());
      return stored;
    }

    /** Starts to learn. */
    public Learner<P> learner() {
      return new Learner<>(this);
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if it is not there, damaged, or of another description than
     *     this, naming it
     */
    public PictureCodec<P> restore(Map<String, StoredCodec> stored) {
      StoredFeature feature = StoredFeature.of(stored, name, KIND);
      stored().forEach(feature::check);
      return new PictureCodec<>(
          this,
          normalization == Normalization.GLOBAL
              ? Scales.restore(feature, settings.channels(), Scaling.STANDARD, null)
              : null,
          LengthLimit.restore(name, stored));
    }
  }

  /**
   * Learns from the clips of the training data, one after the other, in memory that does not grow
   * with them. For use by one thread.
   *
   * @param <P> a picture
   */
  public static final class Learner<P> {
    private final Description<P> description;
    private final ScalesLearner scales;
    private LengthLimit limit = LengthLimit.NONE;

    private Learner(Description<P> description) {
      this.description = description;
      this.scales = new ScalesLearner(description.settings.channels(), Scaling.STANDARD, null);
    }

    /**
     * Limits how many steps of an input are read; any number by default.
     *
     * @return this
     */
    public Learner<P> limited(LengthLimit by) {
      limit = by;
      return this;
    }

    /**
     * Learns from a clip.
     *
     * @throws IllegalArgumentException as {@link PictureCodec#encode} does
     */
    public void add(@Nullable List<P> pictures) {
      List<P> all = description.notEmpty(pictures);
      if (description.normalization != Normalization.GLOBAL) {
        return;
      }
      LengthLimit cutting = limit.forLearning();
      int first = cutting.first(all.size());
      List<P> read = cutting.cut(all);
      int pixels = description.settings.width() * description.settings.height();
      float[] features = new float[description.settings.features()];
      float[] pixel = new float[scales.size()];
      for (int k = 0; k < read.size(); k++) {
        description.read(read.get(k), first + k, features, 0);
        for (int i = 0; i < pixels; i++) {
          for (int channel = 0; channel < pixel.length; channel++) {
            pixel[channel] = features[channel * pixels + i];
          }
          scales.add(pixel);
        }
      }
    }

    /** Returns the codec with what was learned so far. */
    public PictureCodec<P> build() {
      return new PictureCodec<>(
          description,
          description.normalization == Normalization.GLOBAL ? scales.build() : null,
          limit);
    }
  }
}
