package dev.rondo.processor.graph;

import dev.rondo.data.Tokens;

/** How an input becomes numbers. */
public sealed interface Codec {
  /** The largest number of different tokens that are told apart. */
  int vocabulary();

  /** Tokens seen less often than this in training count as unknown. */
  int minFrequency();

  /**
   * A {@code String} that is cut into tokens.
   *
   * @param tokens words, characters or subwords
   * @param language an IETF tag, or empty
   * @param lowercase whether upper and lower case count as the same
   */
  record Text(Tokens tokens, String language, boolean lowercase, int vocabulary, int minFrequency)
      implements Codec {}

  /** Tokens that the user has cut already. */
  record TokenList(Container container, int vocabulary, int minFrequency) implements Codec {}

  /** What the tokens of a {@link TokenList} come in. */
  enum Container {
    /** {@code List<String>}. */
    LIST,
    /** {@code String[]}. */
    ARRAY
  }
}
