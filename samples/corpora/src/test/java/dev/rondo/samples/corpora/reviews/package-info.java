/** Tests of the reviews and their grammar. */
@NullMarked
package dev.rondo.samples.corpora.reviews;

import org.jspecify.annotations.NullMarked;
