/** From the compiler's view of the source to declarations: the only stage that reads it. */
@NullMarked
package dev.rondo.processor.read;

import org.jspecify.annotations.NullMarked;
