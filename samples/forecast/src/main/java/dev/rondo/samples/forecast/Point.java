package dev.rondo.samples.forecast;

import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDateTime;

/**
 * A step of a series.
 *
 * @param at its time; of the calendar the network reads what any series of some weeks has shown
 * @param value what is forecast; the level shifts, so that it is scaled by the window
 * @param holiday whether the day is a holiday
 */
public record Point(
    @Calendar(fields = {CalendarField.HOUR_OF_DAY, CalendarField.DAY_OF_WEEK}) LocalDateTime at,
    @Scale(Scaling.WINDOW) double value,
    boolean holiday) {}
