/** How generated code handles each kind of input. */
@NullMarked
package dev.rondo.processor.plan.input;

import org.jspecify.annotations.NullMarked;
