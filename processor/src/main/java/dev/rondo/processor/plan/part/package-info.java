/**
 * What the planners of the generated classes share: names, sizes, inputs and outputs with their
 * code.
 */
@NullMarked
package dev.rondo.processor.plan.part;

import org.jspecify.annotations.NullMarked;
