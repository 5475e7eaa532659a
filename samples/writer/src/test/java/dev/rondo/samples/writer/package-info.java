/** Tests of the writer sample. */
@NullMarked
package dev.rondo.samples.writer;

import org.jspecify.annotations.NullMarked;
