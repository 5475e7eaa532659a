/** Tests of the sample that forecasts. */
@NullMarked
package dev.rondo.samples.forecast;

import org.jspecify.annotations.NullMarked;
