package dev.rondo.runtime.metric;

import java.util.List;

/** How {@link Bleu} cuts texts into the words that it compares. */
public enum Tokenization {
  /**
   * For texts as people write them: punctuation and symbols are words of their own, except within
   * numbers. That of NIST's {@code mteval-v13a.pl}, which the Conference on Machine Translation
   * (WMT) and sacreBLEU use for all but a few languages.
   */
  V13A("13a") {
    @Override
    List<String> words(String text) {
      return Mteval13a.words(text);
    }
  },

  /** For texts whose words are already cut: they are what stands between white space. */
  NONE("none") {
    @Override
    List<String> words(String text) {
      return WhiteSpace.split(text);
    }
  };

  private final String id;

  Tokenization(String id) {
    this.id = id;
  }

  abstract List<String> words(String text);

  /** Returns what sacreBLEU calls it in signatures. */
  String id() {
    return id;
  }
}
