/** Tests of the bilingual grammar. */
@NullMarked
package dev.rondo.samples.corpora.translation.grammar;

import org.jspecify.annotations.NullMarked;
