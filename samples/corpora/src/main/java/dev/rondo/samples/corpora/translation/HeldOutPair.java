package dev.rondo.samples.corpora.translation;

/**
 * A sentence to test on and its translation, both written by people.
 *
 * @param english the English sentence
 * @param french the French sentence
 */
public record HeldOutPair(String english, String french) {}
