package dev.rondo.runtime.decode;

/** A text to be translated, with its tokens by number. */
final class Source {
  private final String text;
  private final int[] tokens;

  /**
   * Creates a source.
   *
   * @param tokens none for a text without any
   */
  Source(String text, int[] tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  String text() {
    return text;
  }

  int[] tokens() {
    return tokens;
  }

  boolean isEmpty() {
    return tokens.length == 0;
  }

  /** Returns how many tokens the network reads, at least 1. */
  int steps() {
    return Math.max(1, tokens.length);
  }
}
