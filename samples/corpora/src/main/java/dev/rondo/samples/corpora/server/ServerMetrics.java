package dev.rondo.samples.corpora.server;

import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import java.time.LocalDateTime;

/**
 * What a server measures of itself, every quarter of an hour.
 *
 * @param at the time; of the calendar a network reads what some weeks have shown
 * @param requests a second
 * @param cpu per cent of the processor in use
 * @param latency of a request in milliseconds
 * @param memory per cent in use
 * @param disk megabytes a second
 */
public record ServerMetrics(
    @Calendar(fields = {CalendarField.HOUR_OF_DAY, CalendarField.DAY_OF_WEEK}) LocalDateTime at,
    double requests,
    double cpu,
    double latency,
    double memory,
    double disk) {}
