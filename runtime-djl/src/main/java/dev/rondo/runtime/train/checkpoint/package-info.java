/** What of a training is stored while it runs, and how it goes on from there bit by bit. */
@NullMarked
package dev.rondo.runtime.train.checkpoint;

import org.jspecify.annotations.NullMarked;
