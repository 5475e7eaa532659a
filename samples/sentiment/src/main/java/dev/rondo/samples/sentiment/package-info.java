/**
 * Tells positive from negative reviews: one interface, trained on sentences that a grammar makes.
 */
@NullMarked
package dev.rondo.samples.sentiment;

import org.jspecify.annotations.NullMarked;
