/**
 * What rules look at: a model with its graph and shapes, and the values that it takes and gives.
 */
@NullMarked
package dev.rondo.processor.check.subject;

import org.jspecify.annotations.NullMarked;
