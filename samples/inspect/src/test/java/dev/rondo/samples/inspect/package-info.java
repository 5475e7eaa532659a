/** Tests of how model files are printed by {@code samples/run}. */
@NullMarked
package dev.rondo.samples.inspect;

import org.jspecify.annotations.NullMarked;
