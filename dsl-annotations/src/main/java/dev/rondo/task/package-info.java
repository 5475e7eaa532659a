/** What a model's output means where its type does not say it. */
@NullMarked
package dev.rondo.task;

import org.jspecify.annotations.NullMarked;
