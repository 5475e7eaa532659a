/** Writes down what is said. */
@NullMarked
package dev.rondo.samples.speech;

import org.jspecify.annotations.NullMarked;
