package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;

/**
 * What a network reads to forecast from one place in a series.
 *
 * @param inputs the steps of each input: the history, what is known in advance, what is constant;
 *     not to be changed
 * @param levels what the answers are scaled by, of each number that is forecast
 * @param base what the answers start from, on that scale, of each step all numbers; not to be
 *     changed
 * @param times of the steps that are forecast; none where nobody asks for them
 */
// a row of a batch, which nobody compares
@SuppressWarnings("ArrayRecordComponent")
public record ForecastWindow(
    Steps[] inputs, List<Level> levels, float[] base, List<Temporal> times) {
  public ForecastWindow {
    levels = List.copyOf(levels);
    times = List.copyOf(times);
  }

  /** Returns the same with what is constant in the series: one vector each. */
  public ForecastWindow with(Steps... constants) {
    return constants.length == 0
        ? this
        : new ForecastWindow(joined(inputs, constants), levels, base, times);
  }

  /** Returns the inputs of a row, in their order: those of each step, then the constants. */
  static Steps[] joined(Steps[] inputs, Steps[] constants) {
    Steps[] all = Arrays.copyOf(inputs, inputs.length + constants.length);
    System.arraycopy(constants, 0, all, inputs.length, constants.length);
    return all;
  }
}
