package dev.rondo.samples.corpora.translation.grammar;

/**
 * A sentence and its translation.
 *
 * @param english the English sentence
 * @param french the French sentence
 * @param construction the kind of sentence it is, as CONSTRUCTIONS.md lists them
 */
public record SentencePair(String english, String french, String construction) {}
