package dev.rondo.samples.corpora.translation.grammar;

/**
 * What a subject or an object imposes on the words that agree with it.
 *
 * @param form which form of a French verb goes with it: 0 to 5 for je, tu, il, nous, vous, ils
 * @param gender the gender of adjectives and participles
 * @param plural whether these are in the plural: not for the polite <i>vous</i> to one person
 */
record Agreement(int form, Gender gender, boolean plural) {

  static final int FIRST_SINGULAR = 0;
  static final int THIRD_SINGULAR = 2;
  static final int FIRST_PLURAL = 3;
  static final int SECOND_PLURAL = 4;
  static final int THIRD_PLURAL = 5;

  /** The agreement with a noun. */
  static Agreement third(Gender gender, boolean plural) {
    return new Agreement(plural ? THIRD_PLURAL : THIRD_SINGULAR, gender, plural);
  }

  boolean feminine() {
    return gender == Gender.FEMININE;
  }

  /** Chooses among the four forms of an adjective, a participle or a profession. */
  <T> T choose(T masculine, T feminine, T masculinePlural, T femininePlural) {
    if (plural) {
      return feminine() ? femininePlural : masculinePlural;
    }
    return feminine() ? feminine : masculine;
  }
}
