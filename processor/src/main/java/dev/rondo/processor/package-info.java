/** The annotation processor: {@code read → graph → shape → check → plan → write}. */
@NullMarked
package dev.rondo.processor;

import org.jspecify.annotations.NullMarked;
