/** Rules about what a model does: continue a text, translate one, attend. */
@NullMarked
package dev.rondo.processor.check.task;

import org.jspecify.annotations.NullMarked;
