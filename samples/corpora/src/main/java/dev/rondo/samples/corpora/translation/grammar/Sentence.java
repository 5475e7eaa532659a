package dev.rondo.samples.corpora.translation.grammar;

/**
 * The words of a sentence and the mark at its end.
 *
 * @param phrase its words
 * @param mark ".", "?" or "!"
 */
record Sentence(Phrase phrase, String mark) {

  static Sentence statement(Phrase phrase) {
    return new Sentence(phrase, ".");
  }

  static Sentence question(Phrase phrase) {
    return new Sentence(phrase, "?");
  }
}
