package dev.rondo.runtime.data.text;

import java.util.List;

/**
 * Cuts a text into tokens, and puts tokens together. Any text is allowed, whatever is in it; each
 * comes out in one normalized spelling (see {@link TextNormalizer}). Safe for use by many threads.
 */
sealed interface Tokenizer
    permits WordTokenizer, CutTokenizer, CharacterTokenizer, PieceTokenizer, SubwordTokenizer {
  /** Returns the tokens of a text, in order; empty for a text without any. */
  List<String> tokens(String text);

  /** Returns what puts tokens of one text together. */
  Joiner joiner();
}
