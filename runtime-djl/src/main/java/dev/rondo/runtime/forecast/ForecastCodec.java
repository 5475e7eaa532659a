package dev.rondo.runtime.forecast;

import dev.rondo.QuantileForecast;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.feature.TargetScale;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import dev.rondo.runtime.data.feature.WrongValue;
import dev.rondo.runtime.series.Widening;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast of a series: the next values of one of its numbers, a score for each step of the
 * horizon, or for each quantile of each. A value is learned on the scale of its window, or of the
 * training data, as what is to be added to a linear forecast of it; answers are in the user's
 * units. A value that is missing is not learned.
 *
 * <p>Safe for use by many threads; only a trainer changes it, before anybody else has it.
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
  private static final String STEP = "step";
  private static final String STEP_BY_STEP = "stepByStep";
  private static final String CENTER = "center";
  private static final String SPREAD = "spread";
  private static final String FLOOR = "floor";
  private static final String MARGINS = "margins";

  /** No file makes us ask for more memory than this needs. */
  static final int LARGEST = 1 << 20;

  private final Description<R> description;
  private final TargetScale scale;
  private final int window;
  private final int horizon;
  private final int season;
  private final Base base;
  private final Times<R> times;
  private volatile @Nullable Widening widening;

  private ForecastCodec(
      Description<R> description,
      TargetScale scale,
      int window,
      int horizon,
      int season,
      Base base,
      Times<R> times) {
    this.description = description;
    this.scale = scale;
    this.window = window;
    this.horizon = horizon;
    this.season = season;
    this.base = base;
    this.times = times;
  }

  /**
   * Describes what is forecast.
   *
   * @param name the component
   * @param value gives it; NaN where it is missing
   */
  public static <R> Description<R> of(String name, ToDoubleFunction<? super R> value) {
    return new Description<>(
        name, value, Scaling.STANDARD, 1, 1, false, Quantiles.none(), new Times<>(null, null));
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

  /** Returns how many scores an answer has: that of a window, or of each step that is forecast. */
  public int size() {
    return description.stepByStep ? quantiles().count() : horizon * quantiles().count();
  }

  /** Returns how many numbers the target of an answer has. */
  public int targetSize() {
    return description.stepByStep ? 1 : horizon;
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

  /** Returns the levels of the quantiles that are forecast; none where an answer is one number. */
  public double[] levels() {
    return quantiles().levels().clone();
  }

  Quantiles quantiles() {
    return description.quantiles;
  }

  /** Returns what moves the quantiles; null where nothing does. */
  @Nullable Widening widening() {
    return widening;
  }

  /** Moves the quantiles from now on; for a trainer, before anybody else has the codec. */
  void widen(Widening learned) {
    widening = learned;
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

  /** Returns the times of the steps behind a history; none where they are not known. */
  List<Temporal> timesAfter(List<R> history) {
    return times.after(history, horizon);
  }

  /**
   * Returns what a window's answers are scaled by.
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

  /** Returns the target of a window: the values behind it, on its scale, less its base. */
  float[] target(double[] values, int position, ForecastWindow window) {
    float[] target = new float[horizon];
    for (int h = 0; h < horizon; h++) {
      target[h] = scale.scaled(values[position + h], window.level()) - window.base()[h];
    }
    return target;
  }

  /** Returns what scores stand for, on the scale of the targets: of each step all quantiles. */
  double[] answers(float[] scores) {
    Scores.checkSize(scores, horizon * quantiles().count());
    Scores.checkFinite(scores);
    double[] answers = new double[scores.length];
    for (int h = 0; h < horizon; h++) {
      quantiles().write(scores, h * quantiles().count(), answers);
    }
    return answers;
  }

  /**
   * Returns what scores stand for in the user's units, of each step all quantiles, before they are
   * moved.
   */
  double[] row(float[] scores, ForecastWindow window) {
    double[] row = answers(scores);
    int count = quantiles().count();
    for (int i = 0; i < row.length; i++) {
      row[i] = scale.unscaled(row[i] + window.base()[i / count], window.level());
    }
    return row;
  }

  private double[] moved(float[] scores, ForecastWindow window) {
    double[] row = row(scores, window);
    Widening margins = widening;
    return margins == null ? row : margins.apply(row);
  }

  /**
   * Returns the forecast that scores stand for, in the user's units; of quantiles the median.
   *
   * @param scores of all steps
   * @param window that they were computed of
   * @throws IllegalArgumentException if there are more or fewer scores, or one is no finite number
   */
  public double[] forecast(float[] scores, ForecastWindow window) {
    double[] row = moved(scores, window);
    double[] forecast = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      forecast[h] = row[h * quantiles().count() + quantiles().middle()];
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

  /** Returns the quantiles that scores stand for, in the user's units; see {@link #forecast}. */
  public QuantileForecast quantiles(float[] scores, ForecastWindow window) {
    double[] row = moved(scores, window);
    int count = quantiles().count();
    double[][] steps = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      steps[h] = Arrays.copyOfRange(row, h * count, (h + 1) * count);
      for (int i = 1; i < count; i++) {
        // a scale may turn neighbours into the same number, and rounding into less
        steps[h][i] = Math.max(steps[h][i], steps[h][i - 1]);
      }
    }
    return new QuantileForecast(window.times(), quantiles().levels(), steps);
  }

  @Override
  public StoredCodec stored() {
    Map<String, String> settings = new TreeMap<>();
    settings.put(OF, description.name);
    settings.put(SCALING, scale.scaling().name());
    settings.put(HORIZON, Integer.toString(horizon));
    if (description.stepByStep) {
      settings.put(STEP_BY_STEP, "true");
    }
    settings.put(WINDOW, Integer.toString(window));
    settings.put(SEASON, Integer.toString(season));
    settings.put(CENTER, Double.toString(scale.center()));
    settings.put(SPREAD, Double.toString(scale.spread()));
    settings.put(FLOOR, Double.toString(scale.floor()));
    base.store(settings);
    times.store(settings);
    quantiles().store(settings);
    Widening margins = widening;
    if (margins != null) {
      settings.put(
          MARGINS,
          Arrays.stream(margins.margins())
              .flatMapToDouble(Arrays::stream)
              .mapToObj(Double::toString)
              .reduce((all, next) -> all + " " + next)
              .orElse(""));
    }
    return new StoredCodec(KIND, settings, List.of());
  }

  @Override
  public Set<String> learned() {
    Set<String> learned =
        new TreeSet<>(Set.of(HORIZON, WINDOW, SEASON, STEP, CENTER, SPREAD, FLOOR, MARGINS));
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
    private final boolean stepByStep;
    private final Quantiles quantiles;
    private final Times<R> times;

    private Description(
        String name,
        ToDoubleFunction<? super R> value,
        Scaling scaling,
        int window,
        int horizon,
        boolean stepByStep,
        Quantiles quantiles,
        Times<R> times) {
      this.name = name;
      this.value = value;
      this.scaling = scaling;
      this.window = window;
      this.horizon = horizon;
      this.stepByStep = stepByStep;
      this.quantiles = quantiles;
      this.times = times;
    }

    /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
    public Description<R> scaled(Scaling by) {
      Arguments.notNull(by, SCALING);
      return new Description<>(name, value, by, window, horizon, stepByStep, quantiles, times);
    }

    /** Returns the same for a network that reads at most so many steps, unless a trainer says. */
    public Description<R> window(int steps) {
      Arguments.atLeastOne(steps, WINDOW);
      return new Description<>(name, value, scaling, steps, horizon, stepByStep, quantiles, times);
    }

    /** Returns the same of so many steps, unless a trainer says otherwise. */
    public Description<R> horizon(int steps) {
      Arguments.atLeastOne(steps, HORIZON);
      return new Description<>(name, value, scaling, window, steps, stepByStep, quantiles, times);
    }

    /** Returns the same for a network that answers each step by itself, of which more is known. */
    public Description<R> stepByStep() {
      return new Description<>(name, value, scaling, window, horizon, true, quantiles, times);
    }

    /**
     * Returns the same for quantiles.
     *
     * @param levels ascending, in (0, 1), 0.5 among them
     * @throws IllegalArgumentException if they are not
     */
    public Description<R> quantiles(double... levels) {
      return new Description<>(
          name, value, scaling, window, horizon, stepByStep, Quantiles.of(levels), times);
    }

    /** Returns the same of steps that have a time. */
    public Description<R> at(Function<? super R, ? extends Temporal> stamp) {
      return new Description<>(
          name, value, scaling, window, horizon, stepByStep, quantiles, new Times<>(stamp, null));
    }

    /** Returns the time of a step; null where steps have none. */
    public @Nullable Function<? super R, ? extends Temporal> stamp() {
      return times.stamp();
    }

    /** Starts to learn. */
    public Learner<R> learner(ForecastOptions options) {
      return new Learner<>(this, options);
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
      quantiles.check(stored);
      if (stepByStep != stored.settings().containsKey(STEP_BY_STEP)) {
        throw StoredCodecs.badSetting(
            stored, STEP_BY_STEP, String.valueOf(!stepByStep), String.valueOf(stepByStep));
      }
      int steps = count(stored, HORIZON, 1);
      ForecastCodec<R> codec =
          new ForecastCodec<>(
              this,
              TargetScale.of(
                  scaling,
                  StoredCodecs.number(stored, CENTER),
                  notNegative(stored, SPREAD),
                  notNegative(stored, FLOOR)),
              count(stored, WINDOW, 1),
              steps,
              count(stored, SEASON, 0),
              Base.restore(stored, steps),
              times.restore(stored));
      if (stored.settings().containsKey(MARGINS)) {
        codec.widen(margins(stored, steps));
      }
      return codec;
    }

    private Widening margins(StoredCodec stored, int steps) {
      int pairs = quantiles.levels().length / 2;
      double[] all = StoredCodecs.numbers(stored, MARGINS, steps * pairs);
      double[][] margins = new double[steps][];
      for (int h = 0; h < steps; h++) {
        margins[h] = Arrays.copyOfRange(all, h * pairs, (h + 1) * pairs);
      }
      return Widening.of(quantiles.levels(), margins);
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
    private final ForecastOptions options;
    private final TargetScale.Learner scale;
    private final List<List<R>> series = new ArrayList<>();
    private final List<double[]> all = new ArrayList<>();

    private Learner(Description<R> description, ForecastOptions options) {
      this.description = description;
      this.options = options;
      this.scale = TargetScale.learner(description.scaling);
    }

    /**
     * Learns from a series, of its training part only.
     *
     * @throws IllegalArgumentException if a step is null or its value infinite, naming the step, or
     *     the times of the steps are irregular, naming the first three
     */
    public void add(List<R> steps) {
      String name = "series[" + all.size() + "]";
      double[] values = description.values(name, steps);
      description.times.check(steps, name);
      series.add(steps);
      all.add(values);
      scale.start();
      for (double value : values) {
        scale.add(value);
      }
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the values are too far apart to be scaled, or the times
     *     of the steps are irregular
     */
    public ForecastCodec<R> build() {
      int window = options.window() == 0 ? description.window : options.window();
      int horizon = options.horizon() == 0 ? description.horizon : options.horizon();
      TargetScale learned;
      try {
        learned = scale.build();
      } catch (IllegalArgumentException e) {
        throw WrongValue.of(e).in(description.name);
      }
      return new ForecastCodec<>(
          description,
          learned,
          window,
          horizon,
          options.season(),
          options.linear() ? Base.learn(all, window, horizon) : Base.lastValue(),
          description.times.learn(series));
    }
  }
}
