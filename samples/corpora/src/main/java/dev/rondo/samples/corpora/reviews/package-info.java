/** Writes reviews with their verdicts from a grammar, and keeps those that people wrote. */
@NullMarked
package dev.rondo.samples.corpora.reviews;

import org.jspecify.annotations.NullMarked;
