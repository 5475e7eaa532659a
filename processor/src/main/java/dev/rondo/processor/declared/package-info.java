/**
 * What the user wrote, right or wrong, as plain values with origins: handed over by reading, and
 * free of the compiler's own types.
 */
@NullMarked
package dev.rondo.processor.declared;

import org.jspecify.annotations.NullMarked;
