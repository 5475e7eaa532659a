/** Tests of the sample that watches for anomalies. */
@NullMarked
package dev.rondo.samples.anomaly;

import org.jspecify.annotations.NullMarked;
