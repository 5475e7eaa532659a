/** The training loop's parts: steps, optimizers, schedules, losses, metrics and progress. */
@NullMarked
package dev.rondo.runtime.train;

import org.jspecify.annotations.NullMarked;
