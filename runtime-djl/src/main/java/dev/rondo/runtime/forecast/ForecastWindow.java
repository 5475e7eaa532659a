package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.TargetScale.Level;
import java.time.temporal.Temporal;
import java.util.List;

/**
 * What a network reads to forecast from one place in a series.
 *
 * @param inputs the steps of each input; not to be changed
 * @param level what the answers are scaled by
 * @param base what the answers start from, on that scale; not to be changed
 * @param times of the steps that are forecast; none where nobody asks for them
 */
// a row of a batch, which nobody compares
@SuppressWarnings("ArrayRecordComponent")
public record ForecastWindow(Steps[] inputs, Level level, float[] base, List<Temporal> times) {
  public ForecastWindow {
    times = List.copyOf(times);
  }
}
