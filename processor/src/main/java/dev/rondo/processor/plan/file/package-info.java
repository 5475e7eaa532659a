/** How generated code reads examples from files. */
@NullMarked
package dev.rondo.processor.plan.file;

import org.jspecify.annotations.NullMarked;
