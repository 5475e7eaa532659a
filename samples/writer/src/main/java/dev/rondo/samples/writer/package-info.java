/** A character language model that learns to write from any text. */
@NullMarked
package dev.rondo.samples.writer;

import org.jspecify.annotations.NullMarked;
