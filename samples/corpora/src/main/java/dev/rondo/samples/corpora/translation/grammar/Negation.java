package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** How a clause is negated, in both languages. */
enum Negation {
  NONE("", "", ""),
  NOT("not", "", "pas"),
  NEVER("never", "", "jamais"),
  ANYMORE("not", "anymore", "plus"),
  NO_LONGER("no longer", "", "plus"),
  /** Takes the place of an object. */
  NOTHING("not", "anything", "rien"),
  /** Takes the place of an object; "personne" comes after the participle, the others before. */
  NOBODY("not", "anyone", "personne");

  private final String english;
  private final String englishEnd;
  private final String french;

  Negation(String english, String englishEnd, String french) {
    this.english = english;
    this.englishEnd = englishEnd;
    this.french = french;
  }

  /** Whether English needs "do" with it. */
  boolean not() {
    return english.equals("not");
  }

  List<String> english() {
    return Phrase.english(english);
  }

  /** What stands at the end of the English verb and its object. */
  List<String> englishEnd() {
    return Phrase.english(englishEnd);
  }

  /** "ne", or nothing. */
  List<FrenchWord> ne() {
    return FrenchWord.words(this == NONE ? "" : "ne");
  }

  /** What stands after the finite French verb. */
  List<FrenchWord> afterFinite() {
    return FrenchWord.words(this == NOBODY ? "" : french);
  }

  /** What stands after the participle or the infinitive. */
  List<FrenchWord> afterAll() {
    return FrenchWord.words(this == NOBODY ? french : "");
  }
}
