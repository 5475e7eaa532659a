/**
 * The same networks by Rondo and by its peers: hand-written DJL, DJL's blocks, and whatever else is
 * on the class path.
 */
@NullMarked
package dev.rondo.it.benchmark.peer;

import org.jspecify.annotations.NullMarked;
