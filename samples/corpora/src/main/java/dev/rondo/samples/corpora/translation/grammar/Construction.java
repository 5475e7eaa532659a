package dev.rondo.samples.corpora.translation.grammar;

import java.util.function.Supplier;

/**
 * A kind of sentence, as CONSTRUCTIONS.md lists them.
 *
 * @param name its name there
 * @param weight how often it is drawn
 * @param draw draws one
 */
record Construction(String name, int weight, Supplier<Sentence> draw) {}
