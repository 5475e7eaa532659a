package dev.rondo.samples.corpora.translation.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a sentence in both languages.
 *
 * @param english its English words
 * @param french its French words, not yet elided
 */
record Phrase(List<String> english, List<FrenchWord> french) {

  static final Phrase EMPTY = new Phrase(List.of(), List.of());

  /** A phrase whose words never change. */
  static Phrase of(String english, String french) {
    return new Phrase(english(english), FrenchWord.words(french));
  }

  /** Splits English text into words. */
  static List<String> english(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
  }

  /** Returns this phrase followed by another. */
  Phrase then(Phrase next) {
    return new Phrase(concat(english, next.english), concat(french, next.french));
  }

  @SafeVarargs
  static <T> List<T> concat(List<T>... parts) {
    List<T> all = new ArrayList<>();
    for (List<T> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
