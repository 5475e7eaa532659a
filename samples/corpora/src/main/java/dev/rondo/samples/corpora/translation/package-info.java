/** English sentences with their French translations: those of a grammar, those of people. */
@NullMarked
package dev.rondo.samples.corpora.translation;

import org.jspecify.annotations.NullMarked;
