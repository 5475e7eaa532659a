/**
 * Has {@code samples/run} start {@link dev.rondo.runtime.store.Inspect}, which the runtime brings:
 * it prints what a model file holds.
 */
@NullMarked
package dev.rondo.samples.inspect;

import org.jspecify.annotations.NullMarked;
