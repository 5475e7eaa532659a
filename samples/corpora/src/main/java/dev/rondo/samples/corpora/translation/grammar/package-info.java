/**
 * Writes English sentences with their French translations: a lexicon, phrases that agree, clauses,
 * and a seeded choice among them.
 */
@NullMarked
package dev.rondo.samples.corpora.translation.grammar;

import org.jspecify.annotations.NullMarked;
