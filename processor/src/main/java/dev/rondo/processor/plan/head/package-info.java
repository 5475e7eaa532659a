/** How generated code handles each kind of output. */
@NullMarked
package dev.rondo.processor.plan.head;

import org.jspecify.annotations.NullMarked;
