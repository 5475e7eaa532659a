package dev.rondo.runtime.forecast;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.feature.TargetScale;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast of a series: the next values of one of its numbers, one score for each step of
 * the horizon. A value is learned on the scale of its window, or of the training data, as what is
 * to be added to a linear forecast of it ({@link Base}); answers are in the user's units. A value
 * that is missing is not learned.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <R> a step of the series
 */
public final class ForecastCodec<R> implements StorableCodec {
  private static final String KIND = "forecast";
  private static final String OF = "of";
  private static final String SCALING = "scaling";
  private static final String HORIZON = "horizon";
  private static final String WINDOW = "window";
  private static final String SEASON = "season";
  private static final String CENTER = "center";
  private static final String SPREAD = "spread";
  private static final String FLOOR = "floor";

  /** No file makes us ask for more memory than this needs. */
  static final int LARGEST = 1 << 20;

  private final Description<R> description;
  private final TargetScale scale;
  private final int window;
  private final int horizon;
  private final int season;
  private final Base base;

  private ForecastCodec(
      Description<R> description,
      TargetScale scale,
      int window,
      int horizon,
      int season,
      Base base) {
    this.description = description;
    this.scale = scale;
    this.window = window;
    this.horizon = horizon;
    this.season = season;
    this.base = base;
  }

  /**
   * Describes what is forecast.
   *
   * @param name the component
   * @param value gives it; NaN where it is missing
   */
  public static <R> Description<R> of(String name, ToDoubleFunction<? super R> value) {
    return new Description<>(name, value, Scaling.STANDARD, 1, 1);
  }

  /** Returns a number that may be null, NaN where it is. */
  public static double number(@Nullable Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalDouble number) {
    return number.orElse(Double.NaN);
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : Double.NaN;
  }

  /** Returns a number that may be missing, NaN where it is. */
  public static double number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }

  /** Returns how many scores the network gives for a window. */
  public int size() {
    return horizon;
  }

  /** Returns how many numbers the target of a window has. */
  public int targetSize() {
    return horizon;
  }

  /** Returns how many steps are forecast. */
  public int horizon() {
    return horizon;
  }

  /** Returns how many steps the network reads, at most. */
  public int window() {
    return window;
  }

  /**
   * Returns after how many steps the series repeats itself; 1 where it does not, 0 where that is
   * found in the series.
   */
  public int season() {
    return season;
  }

  /** Returns the name of what is forecast. */
  public String name() {
    return description.name;
  }

  /**
   * Returns what a window's answers are scaled by, and where they start from.
   *
   * @param from the first step of the window
   * @param position behind the last one
   */
  Level level(double[] values, int from, int position) {
    return scale.level(values, from, position);
  }

  /** Returns where the answers of a window start from, on its scale. */
  float[] base(double[] values, int from, int position, Level level) {
    double[] forecast = base.forecast(values, from, position, horizon);
    float[] scaled = new float[horizon];
    for (int h = 0; h < horizon; h++) {
      scaled[h] = scale.scaled(forecast[h], level);
    }
    return scaled;
  }

  /**
   * Returns the values of a series, NaN where one is missing.
   *
   * @param name what errors call the series
   * @throws IllegalArgumentException if a step is null or its value infinite, naming the step
   */
  public double[] values(String name, List<R> series) {
    return description.values(name, series);
  }

  /** Returns the target of a window: the values behind it, on its scale, less its base. */
  float[] target(double[] values, int position, ForecastWindow window) {
    float[] target = new float[horizon];
    for (int h = 0; h < horizon; h++) {
      target[h] = scale.scaled(values[position + h], window.level()) - window.base()[h];
    }
    return target;
  }

  /**
   * Returns the forecast that scores stand for, in the user's units.
   *
   * @param scores (size)
   * @param window that they were computed of
   * @throws IllegalArgumentException if there are not {@link #size()} scores, or one is no finite
   *     number
   */
  public double[] forecast(float[] scores, ForecastWindow window) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
    double[] forecast = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      forecast[h] = scale.unscaled((double) scores[h] + window.base()[h], window.level());
    }
    return forecast;
  }

  /** Returns the forecast as floats; see {@link #forecast}. */
  public float[] floats(float[] scores, ForecastWindow window) {
    double[] forecast = forecast(scores, window);
    float[] floats = new float[horizon];
    for (int h = 0; h < horizon; h++) {
      floats[h] = (float) forecast[h];
    }
    return floats;
  }

  @Override
  public StoredCodec stored() {
    Map<String, String> settings = new TreeMap<>();
    settings.put(OF, description.name);
    settings.put(SCALING, scale.scaling().name());
    settings.put(HORIZON, Integer.toString(horizon));
    settings.put(WINDOW, Integer.toString(window));
    settings.put(SEASON, Integer.toString(season));
    settings.put(CENTER, Double.toString(scale.center()));
    settings.put(SPREAD, Double.toString(scale.spread()));
    settings.put(FLOOR, Double.toString(scale.floor()));
    base.store(settings);
    return new StoredCodec(KIND, settings, List.of());
  }

  @Override
  public Set<String> learned() {
    Set<String> learned = new TreeSet<>(Set.of(HORIZON, WINDOW, SEASON, CENTER, SPREAD, FLOOR));
    learned.addAll(Base.SETTINGS);
    return learned;
  }

  /**
   * What is known of a forecast before training.
   *
   * @param <R> a step of the series
   */
  public static final class Description<R> {
    private final String name;
    private final ToDoubleFunction<? super R> value;
    private final Scaling scaling;
    private final int window;
    private final int horizon;

    private Description(
        String name, ToDoubleFunction<? super R> value, Scaling scaling, int window, int horizon) {
      this.name = name;
      this.value = value;
      this.scaling = scaling;
      this.window = window;
      this.horizon = horizon;
    }

    /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
    public Description<R> scaled(Scaling by) {
      return new Description<>(name, value, Arguments.notNull(by, SCALING), window, horizon);
    }

    /** Returns the same for a network that reads at most so many steps, unless a trainer says. */
    public Description<R> window(int steps) {
      return new Description<>(name, value, scaling, Arguments.atLeastOne(steps, WINDOW), horizon);
    }

    /** Returns the same of so many steps, unless a trainer says otherwise. */
    public Description<R> horizon(int steps) {
      return new Description<>(name, value, scaling, window, Arguments.atLeastOne(steps, HORIZON));
    }

    /** Starts to learn. */
    public Learner<R> learner(ForecastOptions options) {
      return new Learner<>(
          this,
          options.window() == 0 ? window : options.window(),
          options.horizon() == 0 ? horizon : options.horizon(),
          options.season(),
          options.linear());
    }

    double[] values(String series, List<R> steps) {
      double[] values = new double[steps.size()];
      int t = 0;
      for (R step : steps) {
        if (step == null) {
          throw new IllegalArgumentException(series + "[" + t + "] is null");
        }
        values[t] = value.applyAsDouble(step);
        if (Double.isInfinite(values[t])) {
          throw new IllegalArgumentException(
              "%s[%s].%s is %s, expected a finite number".formatted(series, t, name, values[t]));
        }
        t++;
      }
      return values;
    }

    /**
     * Returns the codec that was stored.
     *
     * @throws IllegalArgumentException if it is of another kind or scaling, or damaged
     */
    public ForecastCodec<R> restore(StoredCodec stored) {
      StoredCodecs.checkKind(stored, KIND);
      require(stored, OF, name);
      require(stored, SCALING, scaling.name());
      return new ForecastCodec<>(
          this,
          TargetScale.of(
              scaling,
              StoredCodecs.number(stored, CENTER),
              notNegative(stored, SPREAD),
              notNegative(stored, FLOOR)),
          count(stored, WINDOW, 1),
          count(stored, HORIZON, 1),
          count(stored, SEASON, 0),
          Base.restore(stored, count(stored, HORIZON, 1)));
    }

    private static void require(StoredCodec stored, String setting, String expected) {
      String found = StoredCodecs.setting(stored, setting);
      if (!found.equals(expected)) {
        throw StoredCodecs.badSetting(stored, setting, found, expected);
      }
    }

    private static double notNegative(StoredCodec stored, String setting) {
      double number = StoredCodecs.number(stored, setting);
      if (number < 0) {
        throw StoredCodecs.badSetting(stored, setting, Double.toString(number), "0 or more");
      }
      return number;
    }

    private static int count(StoredCodec stored, String setting, int least) {
      double count = StoredCodecs.number(stored, setting);
      if (count < least || count > LARGEST || count != (int) count) {
        throw StoredCodecs.badSetting(
            stored, setting, StoredCodecs.setting(stored, setting), least + " to " + LARGEST);
      }
      return (int) count;
    }
  }

  /**
   * Learns from the series of the training data. For use by one thread.
   *
   * @param <R> a step of the series
   */
  public static final class Learner<R> {
    private final Description<R> description;
    private final TargetScale.Learner scale;
    private final int window;
    private final int horizon;
    private final int season;
    private final boolean linear;
    private final List<double[]> all = new ArrayList<>();

    private Learner(
        Description<R> description, int window, int horizon, int season, boolean linear) {
      this.description = description;
      this.scale = TargetScale.learner(description.scaling);
      this.window = window;
      this.horizon = horizon;
      this.season = season;
      this.linear = linear;
    }

    /**
     * Learns from a series, of its training part only.
     *
     * @throws IllegalArgumentException if a step is null or its value infinite, naming the step
     */
    public void add(List<R> series) {
      double[] values = description.values("series[" + all.size() + "]", series);
      all.add(values);
      scale.start();
      for (double value : values) {
        scale.add(value);
      }
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the values are too far apart to be scaled
     */
    public ForecastCodec<R> build() {
      try {
        return new ForecastCodec<>(
            description,
            scale.build(),
            window,
            horizon,
            season,
            linear ? Base.learn(all, window, horizon) : Base.lastValue());
      } catch (IllegalArgumentException e) {
        throw WrongValue.of(e).in(description.name);
      }
    }
  }
}
