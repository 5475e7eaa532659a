package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import java.util.Arrays;

/** All windows that a network is trained on, made when they are asked for. */
public final class ForecastRows<R> {
  private final ForecastSeries<R> series;
  private final int[] least;

  /** How many windows there are before those of each series, and in all. */
  private final int[] before;

  private ForecastRows(ForecastSeries<R> series, int[] least, int[] before) {
    this.series = series;
    this.least = least;
    this.before = before;
  }

  /**
   * Returns the windows of series: every place in time with the whole horizon behind it and at
   * least half a window before it; of a series too short for that, half of what it has.
   *
   * @param cuts how many steps of each series there are to learn from; nothing behind is looked at
   * @throws IllegalArgumentException if no series is longer than the horizon
   */
  public static <R> Rows<Steps[], float[][]> of(
      ForecastSeries<R> series, ForecastCodec<R> target, int[] cuts) {
    int[] least = new int[series.size()];
    int[] before = new int[series.size() + 1];
    for (int s = 0; s < series.size(); s++) {
      int last = cuts[s] - target.horizon();
      least[s] = Math.max(1, (Math.min(target.window(), last) + 1) / 2);
      before[s + 1] = Math.addExact(before[s], Math.max(0, last - least[s] + 1));
    }
    ForecastRows<R> rows = new ForecastRows<>(series, least, before);
    int size = before[series.size()];
    if (size == 0) {
      throw new IllegalArgumentException(
          ("there is nothing to learn from: a training series needs more steps than the horizon,"
                  + " %s, but %s")
              .formatted(target.horizon(), longest(cuts)));
    }
    return Rows.of(size, rows::row);
  }

  private static String longest(int[] cuts) {
    return cuts.length == 0
        ? "there is no series"
        : "the longest has " + Arrays.stream(cuts).max().orElse(0);
  }

  private Row<Steps[], float[][]> row(int index) {
    int found = Arrays.binarySearch(before, index + 1);
    int s = found >= 0 ? found - 1 : -found - 2;
    // a series without windows ends where the one before it does
    while (before[s] > index || before[s + 1] <= index) {
      s += before[s] > index ? -1 : 1;
    }
    int position = least[s] + index - before[s];
    ForecastWindow window = series.window(s, position);
    return new Row<>(
        window.inputs(),
        new float[][] {series.target(s, position, window)},
        Steps.longest(window.inputs()));
  }
}
