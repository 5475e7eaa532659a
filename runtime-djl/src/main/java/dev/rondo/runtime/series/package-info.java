/**
 * Series in time, in plain Java: their time axis, scores of forecasts beside those of baselines,
 * and scores of anomalies.
 */
@NullMarked
package dev.rondo.runtime.series;

import org.jspecify.annotations.NullMarked;
