/** The names and kinds of Java types that all stages speak of. */
@NullMarked
package dev.rondo.processor.type;

import org.jspecify.annotations.NullMarked;
