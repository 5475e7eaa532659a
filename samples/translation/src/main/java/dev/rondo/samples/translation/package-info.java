/** Translates everyday English sentences into French. */
@NullMarked
package dev.rondo.samples.translation;

import org.jspecify.annotations.NullMarked;
