package dev.rondo.runtime.data;

import dev.rondo.data.Tokens;
import java.util.List;

/**
 * Cuts a text into tokens: words or characters. Any text is allowed, whatever is in it; each comes
 * out in one normalized spelling (see {@link TextNormalizer}). Safe for use by many threads.
 */
sealed interface Tokenizer permits WordTokenizer, CharacterTokenizer {
  /** Returns the tokens of a text, in order; empty for a text without any. */
  List<String> tokens(String text);

  /**
   * Returns the tokenizer for the given settings.
   *
   * @param language an IETF tag such as {@code "en"}; empty for none
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  static Tokenizer of(Tokens tokens, String language, boolean lowercase) {
    TextNormalizer normalizer = new TextNormalizer(language, lowercase);
    return switch (tokens) {
      case WORDS -> new WordTokenizer(TextNormalizer.locale(language), normalizer);
      case CHARACTERS -> new CharacterTokenizer(normalizer);
    };
  }
}
