/** Windows of series in numbers: what a forecasting network reads of a history, and answers. */
@NullMarked
package dev.rondo.runtime.forecast;

import org.jspecify.annotations.NullMarked;
