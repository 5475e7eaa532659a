/**
 * Typed answers in numbers: what a network is trained to give for numbers, vectors and sets of
 * labels, once or at each step, and back; tags that name spans.
 */
@NullMarked
package dev.rondo.runtime.data.answer;

import org.jspecify.annotations.NullMarked;
