/** Prints plans as Java source; decides nothing. */
@NullMarked
package dev.rondo.processor.write;

import org.jspecify.annotations.NullMarked;
