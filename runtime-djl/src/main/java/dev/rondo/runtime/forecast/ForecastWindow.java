package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.TargetScale.Level;

/**
 * What a network reads to forecast from one place in a series.
 *
 * @param inputs the steps of each input; not to be changed
 * @param level what the answers are scaled by
 * @param base what the answers start from, on that scale; not to be changed
 */
// a row of a batch, which nobody compares
@SuppressWarnings("ArrayRecordComponent")
public record ForecastWindow(Steps[] inputs, Level level, float[] base) {}
