/** Tests of the bilingual grammar. */
@NullMarked
package dev.rondo.samples.translation.grammar;

import org.jspecify.annotations.NullMarked;
