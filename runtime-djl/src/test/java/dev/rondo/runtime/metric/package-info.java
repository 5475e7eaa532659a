/** Tests of the metrics of written texts. */
@NullMarked
package dev.rondo.runtime.metric;

import org.jspecify.annotations.NullMarked;
