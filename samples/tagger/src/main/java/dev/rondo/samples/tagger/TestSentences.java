package dev.rondo.samples.tagger;

import java.util.List;

/**
 * Sentences to test a model on.
 *
 * @param source where they come from, for messages
 */
record TestSentences(String source, List<Tagged> sentences) {}
