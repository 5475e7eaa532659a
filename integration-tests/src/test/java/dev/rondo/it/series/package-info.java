/** Models that forecast series, on the real engine. */
@NullMarked
package dev.rondo.it.series;

import org.jspecify.annotations.NullMarked;
