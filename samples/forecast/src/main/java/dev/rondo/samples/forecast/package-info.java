/** A sample: forecasts of a series, with intervals, beside what is simple. */
@NullMarked
package dev.rondo.samples.forecast;

import org.jspecify.annotations.NullMarked;
