/** A task that only networks with a long memory learn. */
@NullMarked
package dev.rondo.it.benchmark.adding;

import org.jspecify.annotations.NullMarked;
