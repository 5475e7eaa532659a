package dev.rondo.samples.corpora.translation.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A noun with its translation.
 *
 * @param kind the class it belongs to, such as "animal"
 * @param english the English singular, "-" if it has none
 * @param englishPlural the English plural, "-" if it has none
 * @param french the French singular
 * @param frenchPlural the French plural
 * @param gender its gender
 * @param aspirated whether its h is aspirated: "le héros"
 */
record Noun(
    String kind,
    String english,
    String englishPlural,
    String french,
    String frenchPlural,
    Gender gender,
    boolean aspirated) {

  static final String NONE = "-";

  boolean hasSingular() {
    return !english.equals(NONE);
  }

  boolean hasPlural() {
    return !englishPlural.equals(NONE);
  }

  /** Whether it is measured rather than counted, as water is. */
  boolean mass() {
    return !hasPlural();
  }

  List<String> english(boolean plural) {
    return Phrase.english(plural ? englishPlural : english);
  }

  List<FrenchWord> french(boolean plural) {
    List<FrenchWord> words = new ArrayList<>(FrenchWord.words(plural ? frenchPlural : french));
    if (aspirated) {
      words.set(0, words.get(0).withAspiratedH());
    }
    return words;
  }
}
