package dev.rondo.samples.common;

import java.time.LocalDateTime;

/**
 * A row of a {@link SeriesFile}.
 *
 * @param at its time
 * @param value its value, a finite number
 */
public record TimedValue(LocalDateTime at, double value) {}
