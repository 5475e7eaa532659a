/** Rules about layers: their values, their places, and whether they fit together. */
@NullMarked
package dev.rondo.processor.check.layer;

import org.jspecify.annotations.NullMarked;
