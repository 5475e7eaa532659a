/** How a network answers, as a list of operators that no engine is part of. */
@NullMarked
package dev.rondo.runtime.plan;

import org.jspecify.annotations.NullMarked;
