package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** What can be a subject or an object: a noun phrase, a name, a pronoun. */
interface Nominal {

  /** What verbs and adjectives agree with. */
  Agreement agreement();

  /** The agreement of the English verb, which differs after "there". */
  default Agreement englishAgreement() {
    return agreement();
  }

  /** The English words of the subject. */
  List<String> english();

  /** The French words of the subject. */
  List<FrenchWord> french();

  /** The English words after a verb or a preposition. */
  default List<String> englishObject(Polarity polarity) {
    return english();
  }

  /** The French words of a direct object: "un chien", but "pas de chien". */
  default List<FrenchWord> frenchObject(Polarity polarity) {
    return french();
  }

  /** The French words after a preposition. */
  default List<FrenchWord> frenchAfterPreposition() {
    return french();
  }
}
