package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import java.util.ArrayList;
import java.util.List;
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
  private final List<List<R>> records;
  private final List<@Nullable Steps> steps = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  private ForecastSeries(
      List<List<R>> records, SequenceCodec<R> history, ForecastCodec<R> target, String name) {
    this.records = records;
    this.history = history;
    this.target = target;
    for (int s = 0; s < records.size(); s++) {
      List<R> series = records.get(s);
      String place = records.size() == 1 && !name.equals("series") ? name : name + "[" + s + "]";
      values.add(target.values(place, series));
      steps.add(history.looksBack() || series.isEmpty() ? null : encoded(series, place));
    }
  }

  private Steps encoded(List<R> series, String place) {
    try {
      return history.encodeSeries(series);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  /**
   * Encodes series.
   *
   * @param series each in the order of time; not copied
   * @throws IllegalArgumentException if one is null or cannot be read, naming its place
   */
  public static <R> ForecastSeries<R> of(
      Iterable<List<R>> series, SequenceCodec<R> history, ForecastCodec<R> target) {
    List<List<R>> all = new ArrayList<>();
    Arguments.<List<R>>noNulls(series, "series").forEach(all::add);
    return new ForecastSeries<>(all, history, target, "series");
  }

  /**
   * Returns the window of a history, of which no more is read.
   *
   * @throws IllegalArgumentException if it is null, empty, or cannot be read
   */
  public static <R> ForecastWindow window(
      @Nullable List<R> history, String name, SequenceCodec<R> codec, ForecastCodec<R> target) {
    List<R> all = Arguments.notNull(history, name);
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is empty, but a forecast needs at least one step that is known");
    }
    List<R> last = all.subList(Math.max(0, all.size() - target.window()), all.size());
    double[] values = target.values(name, last);
    return window(codec.encode(last), target, values, 0, values.length);
  }

  private static ForecastWindow window(
      Steps steps, ForecastCodec<?> target, double[] values, int from, int position) {
    Level level = target.level(values, from, position);
    return new ForecastWindow(
        new Steps[] {steps}, level, target.base(values, from, position, level));
  }

  /** Returns how many series there are. */
  public int size() {
    return records.size();
  }

  /** Returns how many steps a series has. */
  public int length(int series) {
    return values.get(series).length;
  }

  /** Returns the values of each series, NaN where one is missing; not to be changed. */
  public List<double[]> values() {
    return List.copyOf(values);
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
    return window(steps(series, position), target, values.get(series), from(position), position);
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

  /** Returns a series as a row, by which it is told from others. */
  public Row<Steps, float[]> row(int series) {
    Steps whole = steps.get(series);
    Steps all = whole == null ? history.encode(records.get(series)) : whole;
    double[] known = values.get(series);
    float[] numbers = new float[known.length];
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = (float) known[t];
    }
    return new Row<>(all, numbers, all.length());
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
