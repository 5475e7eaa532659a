package dev.rondo.samples.sentiment;

import java.util.List;

/**
 * Sentences to test a model on.
 *
 * @param source where they come from, for messages
 * @param all of them
 * @param plain those not marked hard; empty where nothing is marked
 */
record TestSentences(
    String source, List<SentimentModelExample> all, List<SentimentModelExample> plain) {
  /** Returns sentences without marks. */
  static TestSentences unmarked(String source, List<SentimentModelExample> all) {
    return new TestSentences(source, all, List.of());
  }
}
