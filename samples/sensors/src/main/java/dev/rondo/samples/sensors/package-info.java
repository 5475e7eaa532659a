/** Watches machines wear from what their sensors read, and classifies series of measurements. */
@NullMarked
package dev.rondo.samples.sensors;

import org.jspecify.annotations.NullMarked;
