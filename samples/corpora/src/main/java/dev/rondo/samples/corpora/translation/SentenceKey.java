package dev.rondo.samples.corpora.translation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises an English sentence whatever its capitals, its punctuation and its short forms: "I
 * don't know!" and "i do not know" are the same.
 */
final class SentenceKey {

  private static final Pattern IS =
      Pattern.compile("\\b(it|he|she|there|that|what|where|who)'s\\b");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SentenceKey() {}

  /** Returns what equal sentences have in common. */
  static String of(String english) {
    String full =
        IS.matcher(english.toLowerCase(Locale.ROOT).replace('’', '\''))
            .replaceAll("$1 is")
            .replace("cannot", "can not")
            .replace("can't", "can not")
            .replace("won't", "will not")
            .replace("let's", "let us")
            .replace("n't", " not")
            .replace("'m", " am")
            .replace("'re", " are")
            .replace("'ll", " will")
            .replace("'ve", " have")
            .replace("'d", " would");
    return NO_LETTERS.matcher(full).replaceAll(" ").strip();
  }
}
