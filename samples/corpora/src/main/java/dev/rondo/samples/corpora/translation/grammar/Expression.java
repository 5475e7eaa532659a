package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/**
 * A subject or an object of fixed words: a name, "who", "there", "c'".
 *
 * @param phrase its words
 * @param agreement what the French verb agrees with
 * @param englishAgreement what the English verb agrees with
 */
record Expression(Phrase phrase, Agreement agreement, Agreement englishAgreement)
    implements Nominal {

  private static final Agreement IT = Agreement.third(Gender.MASCULINE, false);

  /** "It" that stands for nothing, and "il": "it is raining". */
  static final Expression IMPERSONAL = new Expression(Phrase.of("it", "il"), IT, IT);

  /** "Who" as a subject. */
  static final Expression WHO = new Expression(Phrase.of("who", "qui"), IT, IT);

  /** The name of a person. */
  static Expression name(String name, Gender gender, boolean aspirated) {
    FrenchWord french = FrenchWord.word(name);
    Agreement agreement = Agreement.third(gender, false);
    return new Expression(
        new Phrase(List.of(name), List.of(aspirated ? french.withAspiratedH() : french)),
        agreement,
        agreement);
  }

  /** Two subjects: "Tom and my sister". */
  static Expression and(Nominal first, Nominal second) {
    Gender gender =
        first.agreement().feminine() && second.agreement().feminine()
            ? Gender.FEMININE
            : Gender.MASCULINE;
    Phrase phrase =
        new Phrase(first.english(), first.french())
            .then(Phrase.of("and", "et"))
            .then(new Phrase(second.english(), second.french()));
    Agreement both = Agreement.third(gender, true);
    return new Expression(phrase, both, both);
  }

  /** "There" before "is" or "are", and "il". */
  static Expression there(boolean plural) {
    return new Expression(Phrase.of("there", "il"), IT, Agreement.third(Gender.MASCULINE, plural));
  }

  /** "This" or "it", "these" or "they", all "c'" or "ce" before "be". */
  static Expression demonstrative(String english, boolean plural) {
    Agreement agreement = Agreement.third(Gender.MASCULINE, plural);
    return new Expression(Phrase.of(english, "ce"), agreement, agreement);
  }

  /** A relative pronoun as the subject of its clause, which agrees with what it stands for. */
  static Expression relative(String english, Agreement antecedent) {
    return new Expression(Phrase.of(english, "qui"), antecedent, antecedent);
  }

  @Override
  public List<String> english() {
    return phrase.english();
  }

  @Override
  public List<FrenchWord> french() {
    return phrase.french();
  }
}
