/** Anomalies of streams: what a network foretells of the next step, and how far it is missed. */
@NullMarked
package dev.rondo.runtime.anomaly;

import org.jspecify.annotations.NullMarked;
