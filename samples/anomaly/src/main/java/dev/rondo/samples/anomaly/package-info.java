/** A sample: what is unusual in the metrics of a server, in its log, or in series of one's own. */
@NullMarked
package dev.rondo.samples.anomaly;

import org.jspecify.annotations.NullMarked;
