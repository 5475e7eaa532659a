package dev.rondo.data;

/** What a text is cut into. */
public enum Tokens {
  /**
   * Words, numbers, punctuation marks and emoji, by the Unicode word boundaries (<a
   * href="https://unicode.org/reports/tr29/">UAX #29</a>); white space only separates.
   */
  WORDS,
  /**
   * What stands between white space: for text that has been cut already, such as the corpora of
   * published language models and taggers, whose figures count exactly these tokens. No-break
   * spaces are parts of tokens; what is written has one space between two tokens.
   *
   * <p>In a language model a line feed is a token too, and the last line of a text has one at its
   * end whether it is written there or not: each line has one end.
   */
  WHITESPACE,
  /** Single characters (Unicode code points), white space included. */
  CHARACTERS,
  /**
   * Frequent words, and parts of rare ones: single characters, of which the two neighbours seen
   * most often are joined again and again (byte-pair encoding; Sennrich, Haddow, Birch 2016,
   * "Neural machine translation of rare words with subword units", <a
   * href="https://arxiv.org/abs/1508.07909">arXiv:1508.07909</a>).
   *
   * <p>Any text is made of a few thousand of them, so no word is unknown but for characters that
   * training never showed. Subwords keep the white space before a word: written text has the spaces
   * and, with {@code lowercase = false}, the case that texts of training have. Line feeds and
   * no-break spaces are kept, all other runs of white space are one space.
   */
  SUBWORDS
}
