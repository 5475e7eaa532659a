package dev.rondo.processor.graph;

/** What a model learns from, which decides its loop. Follows from its heads. */
public enum Task {
  /** Inputs with the answers that are expected of them. */
  EXAMPLES,
  /** Texts, each token of which is expected after those before it. */
  PLAIN_TEXT,
  /** Texts with their translations, written token by token. */
  TRANSLATIONS,
  /** Series, of which each value is expected after those before it. */
  SERIES,
  /** Streams of ordinary steps, each of which is expected after those before it. */
  STREAMS;

  /** Returns whether the model writes text. */
  public boolean writesText() {
    return this == PLAIN_TEXT || this == TRANSLATIONS;
  }

  static Task of(Head head) {
    if (head instanceof Head.NextToken) {
      return PLAIN_TEXT;
    }
    if (head instanceof Head.Forecast) {
      return SERIES;
    }
    if (head instanceof Head.Ordinary) {
      return STREAMS;
    }
    return head instanceof Head.Translated ? TRANSLATIONS : EXAMPLES;
  }
}
