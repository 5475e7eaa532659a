package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.series.Widening;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a forecast before training. Immutable.
 *
 * @param <R> a step of the series
 */
public final class ForecastDescription<R> {
  private final List<ForecastTarget<R>> targets;
  private final int window;
  private final int horizon;
  private final boolean stepByStep;
  private final Quantiles quantiles;
  private final Times<R> times;

  private ForecastDescription(
      List<ForecastTarget<R>> targets,
      int window,
      int horizon,
      boolean stepByStep,
      Quantiles quantiles,
      Times<R> times) {
    this.targets = targets;
    this.window = window;
    this.horizon = horizon;
    this.stepByStep = stepByStep;
    this.quantiles = quantiles;
    this.times = times;
    if (targets.size() > 1 && !quantiles.isNone()) {
      throw new IllegalArgumentException(
          "quantiles are of one number, but %s are forecast: %s"
              .formatted(targets.size(), names()));
    }
  }

  static <R> ForecastDescription<R> of(List<ForecastTarget<R>> targets) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("nothing is forecast");
    }
    return new ForecastDescription<>(
        List.copyOf(targets), 1, 1, false, Quantiles.none(), new Times<>(null, null));
  }

  /** Returns the same for a network that reads at most so many steps, unless a trainer says. */
  public ForecastDescription<R> window(int steps) {
    Arguments.atLeastOne(steps, ForecastCodec.WINDOW);
    return new ForecastDescription<>(targets, steps, horizon, stepByStep, quantiles, times);
  }

  /** Returns the same of so many steps, unless a trainer says otherwise. */
  public ForecastDescription<R> horizon(int steps) {
    Arguments.atLeastOne(steps, ForecastCodec.HORIZON);
    return new ForecastDescription<>(targets, window, steps, stepByStep, quantiles, times);
  }

  /** Returns the same for a network that answers each step by itself, of which more is known. */
  public ForecastDescription<R> stepByStep() {
    return new ForecastDescription<>(targets, window, horizon, true, quantiles, times);
  }

  /**
   * Returns the same for quantiles.
   *
   * @param levels ascending, in (0, 1), 0.5 among them
   * @throws IllegalArgumentException if they are not, or several numbers are forecast
   */
  public ForecastDescription<R> quantiles(double... levels) {
    return new ForecastDescription<>(
        targets, window, horizon, stepByStep, Quantiles.of(levels), times);
  }

  /** Returns the same of steps that have a time. */
  public ForecastDescription<R> at(Function<? super R, ? extends Temporal> stamp) {
    return new ForecastDescription<>(
        targets, window, horizon, stepByStep, quantiles, new Times<>(stamp, null));
  }

  /** Returns the time of a step; null where steps have none. */
  public @Nullable Function<? super R, ? extends Temporal> stamp() {
    return times.stamp();
  }

  /** Returns how many steps are forecast. */
  public int horizon(ForecastOptions options) {
    return options.horizon() == 0 ? horizon : options.horizon();
  }

  boolean isStepByStep() {
    return stepByStep;
  }

  Quantiles quantiles() {
    return quantiles;
  }

  List<String> names() {
    return targets.stream().map(ForecastTarget::name).toList();
  }

  /** Returns how each of them is scaled, for model files. */
  String scalings() {
    return targets.stream().map(target -> target.scaling().name()).collect(Collectors.joining(" "));
  }

  /** Returns what the settings of a target begin with: nothing where it is the only one. */
  String prefix(int target) {
    return targets.size() == 1 ? "" : targets.get(target).name() + ".";
  }

  double[][] values(String series, List<R> steps) {
    return targets.stream().map(target -> target.values(series, steps)).toArray(double[][]::new);
  }

  /** Starts to learn. */
  public Learner<R> learner(ForecastOptions options) {
    return new Learner<>(this, options);
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is of another kind or scaling, or damaged
   */
  public ForecastCodec<R> restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, ForecastCodec.KIND);
    ForecastSettings.require(stored, ForecastCodec.OF, String.join(" ", names()));
    ForecastSettings.require(stored, ForecastCodec.SCALING, scalings());
    quantiles.check(stored);
    if (stepByStep != stored.settings().containsKey(ForecastCodec.STEP_BY_STEP)) {
      throw StoredCodecs.badSetting(
          stored,
          ForecastCodec.STEP_BY_STEP,
          String.valueOf(!stepByStep),
          String.valueOf(stepByStep));
    }
    int steps = ForecastSettings.count(stored, ForecastCodec.HORIZON, 1);
    List<LearnedTarget> learned = new ArrayList<>();
    for (int k = 0; k < targets.size(); k++) {
      learned.add(LearnedTarget.restore(stored, prefix(k), targets.get(k).scaling(), steps));
    }
    ForecastCodec<R> codec =
        new ForecastCodec<>(
            this,
            learned,
            ForecastSettings.count(stored, ForecastCodec.WINDOW, 1),
            steps,
            ForecastSettings.count(stored, ForecastCodec.SEASON, 0),
            times.restore(stored));
    if (stored.settings().containsKey(ForecastCodec.MARGINS)) {
      codec.widen(margins(stored, steps));
    }
    return codec;
  }

  private Widening margins(StoredCodec stored, int steps) {
    int pairs = quantiles.levels().length / 2;
    double[] all = StoredCodecs.numbers(stored, ForecastCodec.MARGINS, steps * pairs);
    double[][] margins = new double[steps][];
    for (int h = 0; h < steps; h++) {
      margins[h] = Arrays.copyOfRange(all, h * pairs, (h + 1) * pairs);
    }
    return Widening.of(quantiles.levels(), margins);
  }

  /**
   * Learns from the series of the training data. For use by one thread.
   *
   * @param <R> a step of the series
   */
  public static final class Learner<R> {
    private final ForecastDescription<R> description;
    private final ForecastOptions options;
    private final List<LearnedTarget.Learner> targets;
    private final List<List<R>> series = new ArrayList<>();

    private Learner(ForecastDescription<R> description, ForecastOptions options) {
      this.description = description;
      this.options = options;
      this.targets =
          description.targets.stream()
              .map(target -> new LearnedTarget.Learner(target.name(), target.scaling()))
              .toList();
    }

    /**
     * Learns from a series, of its training part only.
     *
     * @throws IllegalArgumentException if a step is null or its value infinite, naming the step, or
     *     the times of the steps are irregular, naming the first three
     */
    public void add(List<R> steps) {
      String name = "series[" + series.size() + "]";
      double[][] values = description.values(name, steps);
      description.times.check(steps, name);
      series.add(steps);
      for (int k = 0; k < values.length; k++) {
        targets.get(k).add(values[k]);
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
      int horizon = description.horizon(options);
      return new ForecastCodec<>(
          description,
          targets.stream().map(target -> target.build(options.linear(), window, horizon)).toList(),
          window,
          horizon,
          options.season(),
          description.times.learn(series));
    }
  }
}
