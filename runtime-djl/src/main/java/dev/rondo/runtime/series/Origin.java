package dev.rondo.runtime.series;

/**
 * A place in time from which is forecast: what comes before it is known.
 *
 * @param series which series, counted from 0
 * @param position how many of its steps are known; the first that is forecast has this index
 */
public record Origin(int series, int position) {}
