/** The shapes between the layers: pure functions of the graph, one rule per layer. */
@NullMarked
package dev.rondo.processor.shape;

import org.jspecify.annotations.NullMarked;
