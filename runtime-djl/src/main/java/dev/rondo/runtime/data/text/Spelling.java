package dev.rondo.runtime.data.text;

/**
 * A text that is put together of tokens, one after the other, each with a space before it where one
 * belongs. For use by one thread.
 */
public final class Spelling {
  private final Vocabulary vocabulary;
  private final Joiner joiner;

  Spelling(Vocabulary vocabulary, Joiner joiner) {
    this.vocabulary = vocabulary;
    this.joiner = joiner;
  }

  /**
   * Returns what the next token adds to the text.
   *
   * @param token its number; {@link Vocabulary#PADDING} adds nothing
   * @throws IllegalArgumentException if the vocabulary has no such number
   */
  public String add(int token) {
    return token == Vocabulary.PADDING ? "" : joiner.added(vocabulary.token(token));
  }
}
