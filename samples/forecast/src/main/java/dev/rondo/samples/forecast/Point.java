package dev.rondo.samples.forecast;

import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDateTime;

/**
 * A step of a series.
 *
 * @param at its time, which the network reads by the calendar
 * @param value what is forecast; the level shifts, so that it is scaled by the window
 * @param holiday whether the day is a holiday
 */
public record Point(LocalDateTime at, @Scale(Scaling.WINDOW) double value, boolean holiday) {}
