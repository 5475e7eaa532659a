/** Tests of the sensors sample. */
@NullMarked
package dev.rondo.samples.sensors;

import org.jspecify.annotations.NullMarked;
