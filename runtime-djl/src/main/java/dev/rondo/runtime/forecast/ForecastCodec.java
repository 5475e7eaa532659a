package dev.rondo.runtime.forecast;

import dev.rondo.QuantileForecast;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import dev.rondo.runtime.series.Widening;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast of a series: the next values of one of its numbers, or of several. There is a
 * score for each step of the horizon and each number, those of a step together, or for each
 * quantile of one number. A value is learned on the scale of its window, or of the training data,
 * as what is to be added to a linear forecast of it; answers are in the user's units. A value that
 * is missing is not learned.
 *
 * <p>Safe for use by many threads; only a trainer changes it, before anybody else has it: one that
 * goes on from a model has a {@linkplain #forTraining copy}.
 *
 * @param <R> a step of the series
 */
public final class ForecastCodec<R> implements StorableCodec {
  static final String KIND = "forecast";
  static final String OF = "of";
  static final String SCALING = "scaling";
  static final String HORIZON = "horizon";
  static final String WINDOW = "window";
  static final String SEASON = "season";
  static final String STEP_BY_STEP = "stepByStep";
  static final String MARGINS = "margins";

  /** No file makes us ask for more memory than this needs. */
  static final int LARGEST = 1 << 20;

  private final ForecastDescription<R> description;
  private final List<LearnedTarget> targets;
  private final int window;
  private final int horizon;
  private final int season;
  private final Times<R> times;
  private volatile @Nullable Widening widening;

  ForecastCodec(
      ForecastDescription<R> description,
      List<LearnedTarget> targets,
      int window,
      int horizon,
      int season,
      Times<R> times) {
    this.description = description;
    this.targets = List.copyOf(targets);
    this.window = window;
    this.horizon = horizon;
    this.season = season;
    this.times = times;
  }

  /**
   * Describes what is forecast.
   *
   * @param targets the numbers, at least one
   */
  @SafeVarargs
  public static <R> ForecastDescription<R> of(ForecastTarget<R>... targets) {
    List<ForecastTarget<R>> all = new ArrayList<>();
    for (ForecastTarget<R> target : targets) {
      all.add(target);
    }
    return ForecastDescription.of(all);
  }

  /** Returns how many scores an answer has: that of a window, or of each step that is forecast. */
  public int size() {
    int step = targets.size() * quantiles().count();
    return description.isStepByStep() ? step : horizon * step;
  }

  /** Returns how many numbers the target of an answer has. */
  public int targetSize() {
    return description.isStepByStep() ? targets.size() : horizon * targets.size();
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

  /** Returns the names of what is forecast. */
  public List<String> names() {
    return description.names();
  }

  /** Returns the levels of the quantiles that are forecast; none where an answer is one number. */
  public double[] levels() {
    return quantiles().levels().clone();
  }

  Quantiles quantiles() {
    return description.quantiles();
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
   * Returns the codec of a training that goes on from this one's: what was learned of the data, but
   * quantiles that are not moved, as the network is to be another.
   */
  public ForecastCodec<R> forTraining() {
    return new ForecastCodec<>(description, targets, window, horizon, season, times);
  }

  /**
   * Returns the values of a series, of each number that is forecast: NaN where one is missing.
   *
   * @param name what errors call the series
   * @throws IllegalArgumentException if a step is null or its value infinite, naming the step
   */
  public double[][] values(String name, List<R> series) {
    return description.values(name, series);
  }

  /**
   * Checks that steps are as far apart as those that were learned from, where these have times: of
   * others the forecast would be as wrong as it would look right.
   *
   * @param name what errors call the series
   * @throws IllegalArgumentException if they are not, naming the first three stamps
   */
  void checkTimes(String name, List<R> steps) {
    times.checkLearned(steps, name);
  }

  /** Returns the times of the steps behind a history; none where they are not known. */
  List<Temporal> timesAfter(List<R> history) {
    return times.after(history, horizon);
  }

  /**
   * Returns what a window's answers are scaled by, of each number that is forecast.
   *
   * @param values of each number
   * @param from the first step of the window
   * @param position behind the last one
   */
  List<Level> levels(double[][] values, int from, int position) {
    List<Level> levels = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      levels.add(targets.get(k).level(values[k], from, position));
    }
    return levels;
  }

  /** Returns where the answers of a window start from, on its scale. */
  float[] base(double[][] values, int from, int position, List<Level> levels) {
    int count = targets.size();
    float[] scaled = new float[horizon * count];
    for (int k = 0; k < count; k++) {
      LearnedTarget target = targets.get(k);
      double[] forecast = target.base().forecast(values[k], from, position, horizon);
      for (int h = 0; h < horizon; h++) {
        scaled[h * count + k] = target.scale().scaled(forecast[h], levels.get(k));
      }
    }
    return scaled;
  }

  /** Returns the target of a window: the values behind it, on its scale, less its base. */
  float[] target(double[][] values, int position, ForecastWindow window) {
    int count = targets.size();
    float[] target = new float[horizon * count];
    for (int i = 0; i < target.length; i++) {
      int k = i % count;
      double value = values[k][position + i / count];
      target[i] = targets.get(k).scale().scaled(value, window.levels().get(k)) - window.base()[i];
    }
    return target;
  }

  /** Returns what scores stand for, on the scale of the targets: of each number all quantiles. */
  double[] answers(float[] scores) {
    int count = quantiles().count();
    Scores.checkSize(scores, horizon * targets.size() * count);
    Scores.checkFinite(scores);
    double[] answers = new double[scores.length];
    for (int at = 0; at < scores.length; at += count) {
      quantiles().write(scores, at, answers);
    }
    return answers;
  }

  /**
   * Returns what scores stand for in the user's units, of each step all numbers, of these all
   * quantiles, before they are moved.
   */
  double[] row(float[] scores, ForecastWindow window) {
    double[] row = answers(scores);
    int count = quantiles().count();
    for (int i = 0; i < row.length; i++) {
      int value = i / count;
      int k = value % targets.size();
      row[i] =
          targets.get(k).scale().unscaled(row[i] + window.base()[value], window.levels().get(k));
    }
    return row;
  }

  private double[] moved(float[] scores, ForecastWindow window) {
    double[] row = row(scores, window);
    Widening margins = widening;
    return margins == null ? row : margins.apply(row);
  }

  /**
   * Returns the forecast that scores stand for, in the user's units: of each step all numbers; of
   * quantiles the median.
   *
   * @param scores of all steps
   * @param window that they were computed of
   * @throws IllegalArgumentException if there are more or fewer scores, or one is no finite number
   */
  public double[] forecast(float[] scores, ForecastWindow window) {
    double[] row = moved(scores, window);
    int count = quantiles().count();
    double[] forecast = new double[row.length / count];
    for (int i = 0; i < forecast.length; i++) {
      forecast[i] = row[i * count + quantiles().middle()];
    }
    return forecast;
  }

  /** Returns the forecast as floats; see {@link #forecast}. */
  public float[] floats(float[] scores, ForecastWindow window) {
    double[] forecast = forecast(scores, window);
    float[] floats = new float[forecast.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) forecast[i];
    }
    return floats;
  }

  /**
   * Returns what is forecast at each step; see {@link #forecast}.
   *
   * @param step makes it of its numbers, in the order that they are forecast in
   */
  public <T> List<T> steps(
      float[] scores, ForecastWindow window, Function<double[], ? extends T> step) {
    double[] forecast = forecast(scores, window);
    int count = targets.size();
    List<T> steps = new ArrayList<>();
    for (int h = 0; h < horizon; h++) {
      steps.add(step.apply(Arrays.copyOfRange(forecast, h * count, (h + 1) * count)));
    }
    return List.copyOf(steps);
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
    settings.put(OF, String.join(" ", names()));
    settings.put(SCALING, description.scalings());
    settings.put(HORIZON, Integer.toString(horizon));
    if (description.isStepByStep()) {
      settings.put(STEP_BY_STEP, "true");
    }
    settings.put(WINDOW, Integer.toString(window));
    settings.put(SEASON, Integer.toString(season));
    for (int k = 0; k < targets.size(); k++) {
      targets.get(k).store(settings, description.prefix(k));
    }
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
    Set<String> learned = new TreeSet<>(Set.of(HORIZON, WINDOW, SEASON, Times.STEP, MARGINS));
    for (int k = 0; k < targets.size(); k++) {
      learned.addAll(LearnedTarget.learned(description.prefix(k)));
    }
    return learned;
  }
}
