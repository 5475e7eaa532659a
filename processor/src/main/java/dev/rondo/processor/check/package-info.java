/** What can be wrong with a model: one small class per rule, all in the order of {@code Checks}. */
@NullMarked
package dev.rondo.processor.check;

import org.jspecify.annotations.NullMarked;
