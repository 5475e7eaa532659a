/** Rules about the types of inputs and outputs, and how they are read. */
@NullMarked
package dev.rondo.processor.check.type;

import org.jspecify.annotations.NullMarked;
