package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Series in numbers, from which windows are cut. Each series is encoded once, and a window is a
 * view into it. Only where a step is read by the steps before it, as the time since the last one
 * is, a window is encoded anew: its first step is the first that the network sees.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <R> a step of the series
 */
public final class ForecastSeries<R> {
  private final SequenceCodec<R> history;
  private final ForecastCodec<R> target;
  private final @Nullable Known<R, ?> known;
  private final List<List<R>> records;
  private final List<@Nullable Steps> steps = new ArrayList<>();
  private final List<@Nullable Steps> ahead = new ArrayList<>();
  private final List<double[][]> values = new ArrayList<>();

  /** Of each series what is constant in it. */
  private final List<Steps[]> constants;

  private ForecastSeries(
      List<List<R>> records,
      List<Steps[]> constants,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> known,
      IntFunction<String> places) {
    this.records = records;
    this.constants = constants;
    this.history = history;
    this.target = target;
    this.known = known;
    for (int s = 0; s < records.size(); s++) {
      List<R> series = records.get(s);
      String place = places.apply(s);
      values.add(target.values(place, series));
      target.checkTimes(place, series);
      boolean empty = series.isEmpty();
      steps.add(
          history.looksBack() || empty
              ? null
              : Arguments.placed(place, () -> history.encodeSeries(series)));
      ahead.add(
          known == null || known.codec().looksBack() || empty ? null : ahead(known, series, place));
    }
  }

  private static <R> Steps ahead(Known<R, ?> known, List<R> series, String place) {
    return Arguments.placed(place, () -> known.encode(series));
  }

  /**
   * Encodes series.
   *
   * @param series each in the order of time; not copied
   * @throws IllegalArgumentException if one is null or cannot be read, or its steps are not as far
   *     apart as those that were learned from, naming its place
   */
  public static <R> ForecastSeries<R> of(
      Iterable<List<R>> series, SequenceCodec<R> history, ForecastCodec<R> target) {
    return of(series, history, target, null, SeriesConstants.none());
  }

  /**
   * Encodes series in which something is constant.
   *
   * @param known what is known in advance; null where nothing is
   * @param parts what a series is made of
   * @throws IllegalArgumentException if a series is null or cannot be read, or a constant of it,
   *     naming its place
   */
  public static <D, R> ForecastSeries<R> of(
      Iterable<D> series,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> known,
      SeriesConstants<D, R> parts) {
    return of(series, history, target, known, parts, ForecastSeries::place);
  }

  /**
   * Encodes series of several sources.
   *
   * @param known what is known in advance; null where nothing is
   * @param parts what a series is made of
   * @param places what errors call a series, given its number
   * @throws IllegalArgumentException if a series is null or cannot be read, or a constant of it,
   *     naming its place
   */
  public static <D, R> ForecastSeries<R> of(
      Iterable<D> series,
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> known,
      SeriesConstants<D, R> parts,
      IntFunction<String> places) {
    List<List<R>> records = new ArrayList<>();
    List<Steps[]> constants = new ArrayList<>();
    for (D each : Arguments.<D>noNulls(series, "series")) {
      String place = places.apply(records.size());
      records.add(parts.steps().apply(each));
      constants.add(Arguments.placed(place, () -> parts.encoded().apply(each)));
    }
    return new ForecastSeries<>(records, constants, history, target, known, places);
  }

  /** Returns what errors call a series. */
  public static String place(int series) {
    return "series[" + series + "]";
  }

  /**
   * Returns the window of a history, and what is known in advance.
   *
   * @param ahead of each step that is forecast what is known
   * @throws IllegalArgumentException if there is not one for each step of the horizon, or as {@link
   *     #window(List, String, SequenceCodec, ForecastCodec)} does
   */
  public static <R, K> ForecastWindow window(
      @Nullable List<R> history,
      String name,
      SequenceCodec<R> codec,
      ForecastCodec<R> target,
      @Nullable List<K> ahead,
      String aheadName,
      SequenceCodec<K> aheadCodec) {
    List<K> all = Arguments.notNull(ahead, aheadName);
    if (all.size() != target.horizon()) {
      throw new IllegalArgumentException(
          "%s has %s steps, expected one for each of the %s that are forecast"
              .formatted(aheadName, all.size(), target.horizon()));
    }
    ForecastWindow window = window(history, name, codec, target);
    Steps[] inputs = {window.inputs()[0], aheadCodec.encode(all)};
    return new ForecastWindow(inputs, window.levels(), window.base(), window.times());
  }

  /**
   * Returns the window of a history, of which no more is read.
   *
   * @throws IllegalArgumentException if it is null, empty, or cannot be read, or if its steps are
   *     not as far apart as those that were learned from
   */
  public static <R> ForecastWindow window(
      @Nullable List<R> history, String name, SequenceCodec<R> codec, ForecastCodec<R> target) {
    List<R> all = Arguments.notNull(history, name);
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is empty, but a forecast needs at least one step that is known");
    }
    List<R> last = all.subList(Math.max(0, all.size() - target.window()), all.size());
    double[][] values = target.values(name, last);
    target.checkTimes(name, last);
    Steps[] inputs = {codec.encode(last)};
    return window(inputs, target, values, 0, last.size(), target.timesAfter(last));
  }

  private static ForecastWindow window(
      Steps[] inputs,
      ForecastCodec<?> target,
      double[][] values,
      int from,
      int position,
      List<Temporal> times) {
    List<Level> levels = target.levels(values, from, position);
    return new ForecastWindow(inputs, levels, target.base(values, from, position, levels), times);
  }

  /** Returns how many series there are. */
  public int size() {
    return records.size();
  }

  /** Returns how many steps a series has. */
  public int length(int series) {
    return records.get(series).size();
  }

  /**
   * Returns the values of a number that is forecast, of each series: NaN where one is missing. Not
   * to be changed.
   *
   * @param number its place among those that are forecast
   */
  public List<double[]> values(int number) {
    return values.stream().map(series -> series[number]).toList();
  }

  /** Returns the steps of a series. */
  public List<R> records(int series) {
    return records.get(series);
  }

  /**
   * Returns the window before a place.
   *
   * @param position how many steps are known, at least 1
   */
  public ForecastWindow window(int series, int position) {
    Steps read = steps(series, position);
    Steps[] inputs =
        known == null ? new Steps[] {read} : new Steps[] {read, ahead(series, position)};
    return window(inputs, target, values.get(series), from(position), position, List.of())
        .with(constants.get(series));
  }

  private int from(int position) {
    return Math.max(0, position - target.window());
  }

  private Steps steps(int series, int position) {
    int from = from(position);
    Steps whole = steps.get(series);
    return whole == null
        ? history.encode(records.get(series).subList(from, position))
        : whole.window(from, position - from, history.windows());
  }

  private Steps ahead(int series, int position) {
    Known<R, ?> of = Objects.requireNonNull(known);
    Steps whole = ahead.get(series);
    int horizon = target.horizon();
    return whole == null
        ? of.encodeAlone(records.get(series).subList(position, position + horizon))
        : whole.window(position, horizon, of.codec().windows());
  }

  /** Returns a series as a row, by which it is told from others. */
  public Row<?, float[]> row(int series) {
    Steps whole = steps.get(series);
    Steps all = whole == null ? history.encode(records.get(series)) : whole;
    double[][] known = values.get(series);
    int length = length(series);
    float[] numbers = new float[known.length * length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) known[i / length][i % length];
    }
    Steps[] constant = constants.get(series);
    return constant.length == 0
        ? new Row<>(all, numbers, all.length())
        : new Row<>(ForecastWindow.joined(new Steps[] {all}, constant), numbers, all.length());
  }

  /**
   * Returns what is to be answered at a place.
   *
   * @param window of this place
   */
  float[] target(int series, int position, ForecastWindow window) {
    return target.target(values.get(series), position, window);
  }
}
