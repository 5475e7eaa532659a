package dev.rondo;

import dev.rondo.internal.Digits;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A forecast with its uncertainty: for each step of the horizon its time, and quantiles of the
 * value that is expected then. With the levels 0.1, 0.5 and 0.9 a value should be below the first
 * one time in ten, below the median every other time, and above the last one time in ten. Quantiles
 * never cross.
 *
 * <p>Immutable. Libraries that write records as JSON write it as {@code
 * {"times":["2026-01-31"],"levels":[0.1,0.5,0.9],"quantiles":[[48.1,50.3,52.9]]}}, where they know
 * how times are written: of Jackson that is the module {@code jackson-datatype-jsr310}.
 *
 * @param times of the steps, in order, of the type that the history has
 * @param levels of the quantiles, ascending, each in (0, 1), 0.5 among them
 * @param quantiles of each step those of all levels, none below the one before it
 */
@SuppressWarnings("ArrayRecordComponent") // they are copied, and compared by their numbers
public record QuantileForecast(List<Temporal> times, double[] levels, double[][] quantiles) {
  /** More than what is computed in float32 is worth. */
  private static final int DIGITS = 6;

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if there is no step, or the parts do not fit together
   */
  public QuantileForecast {
    times = List.copyOf(times);
    levels = levels.clone();
    quantiles = copy(quantiles);
    if (quantiles.length == 0 || times.size() != quantiles.length) {
      throw new IllegalArgumentException(
          "a forecast cannot have %s times and quantiles of %s steps"
              .formatted(times.size(), quantiles.length));
    }
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] > (i == 0 ? 0 : levels[i - 1]) && levels[i] < 1)) {
        throw new IllegalArgumentException(
            "levels are " + Arrays.toString(levels) + ", must ascend inside (0, 1)");
      }
    }
    index(levels, 0.5);
    for (int step = 0; step < quantiles.length; step++) {
      check(step, quantiles[step], levels.length);
    }
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static void check(int step, double[] own, int levels) {
    if (own.length != levels) {
      throw new IllegalArgumentException(
          "step %s has %s quantiles of %s levels".formatted(step, own.length, levels));
    }
    for (int i = 1; i < own.length; i++) {
      if (!(own[i] >= own[i - 1])) {
        throw new IllegalArgumentException(
            "step " + step + " has quantiles that cross: " + Arrays.toString(own));
      }
    }
  }

  /** Returns how many steps are forecast. */
  public int horizon() {
    return quantiles.length;
  }

  /** Returns the levels of the quantiles, ascending; a copy. */
  @Override
  public double[] levels() {
    return levels.clone();
  }

  /** Returns the quantiles of each step; a copy. */
  @Override
  public double[][] quantiles() {
    return copy(quantiles);
  }

  /** Returns the median of each step: the forecast as one number. */
  public double[] median() {
    return quantile(0.5);
  }

  /**
   * Returns a quantile of each step: the other end of an interval is that of another level.
   *
   * @param level one of {@link #levels()}
   * @throws IllegalArgumentException if it is none of them
   */
  public double[] quantile(double level) {
    int index = index(levels, level);
    return Arrays.stream(quantiles).mapToDouble(step -> step[index]).toArray();
  }

  private static int index(double[] levels, double level) {
    int index = Arrays.binarySearch(levels, level);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no quantile of level " + level + ", levels are " + Arrays.toString(levels));
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QuantileForecast that
        && times.equals(that.times)
        && Arrays.equals(levels, that.levels)
        && Arrays.deepEquals(quantiles, that.quantiles);
  }

  @Override
  public int hashCode() {
    return Objects.hash(times, Arrays.hashCode(levels), Arrays.deepHashCode(quantiles));
  }

  /**
   * Returns a line for each step, for people: its time, its median and the quantiles around it, in
   * six digits: {@code 2024-02-28 496.684 (0.1: 474.051, 0.9: 519.027)}.
   */
  @Override
  public String toString() {
    return IntStream.range(0, horizon()).mapToObj(this::line).collect(Collectors.joining("\n"));
  }

  private String line(int step) {
    int median = index(levels, 0.5);
    String around =
        IntStream.range(0, levels.length)
            .filter(i -> i != median)
            .mapToObj(i -> levels[i] + ": " + Digits.shortest(quantiles[step][i], DIGITS))
            .collect(Collectors.joining(", "));
    return times.get(step)
        + " "
        + Digits.shortest(quantiles[step][median], DIGITS)
        + (around.isEmpty() ? "" : " (" + around + ")");
  }
}
