/** What is different where a model learns from examples, from plain text, or to translate. */
@NullMarked
package dev.rondo.processor.plan.task;

import org.jspecify.annotations.NullMarked;
