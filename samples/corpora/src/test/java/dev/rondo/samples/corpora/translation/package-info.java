/** Tests of the sentence pairs. */
@NullMarked
package dev.rondo.samples.corpora.translation;

import org.jspecify.annotations.NullMarked;
