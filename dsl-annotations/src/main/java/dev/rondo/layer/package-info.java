/** The layers of a network, in the order in which they are written. */
@NullMarked
package dev.rondo.layer;

import org.jspecify.annotations.NullMarked;
