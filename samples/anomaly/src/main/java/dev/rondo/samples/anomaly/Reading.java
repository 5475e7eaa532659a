package dev.rondo.samples.anomaly;

import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDateTime;

/**
 * A row of a series.
 *
 * @param at its time; a few days have shown the hours, no more of the calendar
 * @param value its value; the level shifts, so that it is scaled by the window
 */
public record Reading(
    @Calendar(fields = CalendarField.HOUR_OF_DAY) LocalDateTime at,
    @Scale(Scaling.WINDOW) double value) {}
