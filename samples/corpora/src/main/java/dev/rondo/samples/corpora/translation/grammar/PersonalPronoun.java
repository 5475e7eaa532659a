package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** A personal pronoun. English "you" is the polite French <i>vous</i> to one man. */
enum PersonalPronoun implements Nominal {
  I("I me my", "je me me moi", "mon ma mes", 0, Gender.MASCULINE, false),
  YOU("you you your", "vous vous vous vous", "votre votre vos", 4, Gender.MASCULINE, false),
  HE("he him his", "il le lui lui", "son sa ses", 2, Gender.MASCULINE, false),
  SHE("she her her", "elle la lui elle", "son sa ses", 2, Gender.FEMININE, false),
  WE("we us our", "nous nous nous nous", "notre notre nos", 3, Gender.MASCULINE, true),
  THEY("they them their", "ils les leur eux", "leur leur leurs", 5, Gender.MASCULINE, true),
  /** "They" for things or people that are feminine in French. */
  THEY_FEMININE(
      "they them their", "elles les leur elles", "leur leur leurs", 5, Gender.FEMININE, true),
  IT("it it its", "il le lui lui", "son sa ses", 2, Gender.MASCULINE, false),
  /** "It" for a thing that is feminine in French. */
  IT_FEMININE("it it its", "elle la lui elle", "son sa ses", 2, Gender.FEMININE, false);

  private final String englishForms;
  private final String frenchForms;
  private final String possessives;
  private final int form;
  private final Gender gender;
  private final boolean plural;

  PersonalPronoun(
      String english, String french, String possessives, int form, Gender gender, boolean plural) {
    this.englishForms = english;
    this.frenchForms = french;
    this.possessives = possessives;
    this.form = form;
    this.gender = gender;
    this.plural = plural;
  }

  /** The pronoun that stands for a thing, or for people, named before. */
  static PersonalPronoun standingFor(Agreement named, boolean person) {
    if (named.plural()) {
      return named.feminine() ? THEY_FEMININE : THEY;
    }
    if (person) {
      return named.feminine() ? SHE : HE;
    }
    return named.feminine() ? IT_FEMININE : IT;
  }

  @Override
  public Agreement agreement() {
    return new Agreement(form, gender, plural);
  }

  @Override
  public List<String> english() {
    return List.of(form(englishForms, 0));
  }

  @Override
  public List<String> englishObject(Polarity polarity) {
    return List.of(form(englishForms, 1));
  }

  @Override
  public List<FrenchWord> french() {
    return FrenchWord.words(form(frenchForms, 0));
  }

  @Override
  public List<FrenchWord> frenchAfterPreposition() {
    return FrenchWord.words(form(frenchForms, 3));
  }

  /** The object pronoun before the verb: "le". */
  FrenchWord direct() {
    return FrenchWord.word(form(frenchForms, 1));
  }

  /** The object pronoun that stands for "à" and a person: "lui". */
  FrenchWord indirect() {
    return FrenchWord.word(form(frenchForms, 2));
  }

  String englishPossessive() {
    return form(englishForms, 2);
  }

  /** "mon", "ma" or "mes"; "mon" also for a feminine noun that begins with a vowel. */
  FrenchWord possessive(Gender gender, boolean plural) {
    if (plural) {
      return FrenchWord.word(form(possessives, 2));
    }
    return gender == Gender.FEMININE
        ? FrenchWord.alternating(form(possessives, 1), form(possessives, 0))
        : FrenchWord.word(form(possessives, 0));
  }

  private static String form(String forms, int index) {
    return forms.split(" ", -1)[index];
  }
}
