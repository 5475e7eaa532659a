package dev.rondo.data;

/** What a text is cut into. */
public enum Tokens {
  /**
   * Words, numbers, punctuation marks and emoji, by the Unicode word boundaries (<a
   * href="https://unicode.org/reports/tr29/">UAX #29</a>); white space only separates.
   */
  WORDS,
  /** Single characters (Unicode code points), white space included. */
  CHARACTERS
}
