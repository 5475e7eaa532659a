package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/**
 * A subject and what it does.
 *
 * @param subject the subject
 * @param predicate the verb and what goes with it
 * @param tense the tense
 * @param negation how it is negated
 */
record Clause(Nominal subject, VerbPhrase predicate, Tense tense, Negation negation) {

  static Clause of(Nominal subject, VerbPhrase predicate, Tense tense) {
    return new Clause(subject, predicate, tense, Negation.NONE);
  }

  Clause negated(Negation by) {
    return new Clause(subject, predicate, tense, by);
  }

  /** "Tom does not eat meat." */
  Phrase statement() {
    Polarity polarity = negation == Negation.NONE ? Polarity.AFFIRMATIVE : Polarity.NEGATIVE;
    EnglishVerb.Group group = english(negation.not());
    List<String> english =
        Phrase.concat(
            subject.english(),
            group.auxiliary(),
            negation.english(),
            predicate.english(group.rest(), negation, polarity));
    return new Phrase(english, french(polarity));
  }

  /** "and closed the door", "et a fermé la porte": the same subject is not said again. */
  Phrase withoutSubject() {
    Expression nobody = new Expression(Phrase.EMPTY, subject.agreement(), subject.agreement());
    return new Clause(nobody, predicate, tense, negation).statement();
  }

  /** "Does Tom eat meat", "est-ce que Tom mange de la viande". */
  Phrase question() {
    return question(Phrase.of("", "est-ce que"));
  }

  /** "Where does Tom live", "où est-ce que Tom habite". */
  Phrase question(String english, String french) {
    return question(Phrase.of(english, french + " est-ce que"));
  }

  /**
   * Returns a question.
   *
   * @param beginning the words before it, in French with "est-ce que"
   */
  Phrase question(Phrase beginning) {
    boolean not = negation.not();
    Polarity polarity = negation == Negation.NONE ? Polarity.INTERROGATIVE : Polarity.NEGATIVE;
    EnglishVerb.Group group = english(true);
    List<String> english =
        Phrase.concat(
            beginning.english(),
            not ? group.auxiliaryNot() : group.auxiliary(),
            subject.english(),
            not ? List.of() : negation.english(),
            predicate.english(group.rest(), negation, polarity));
    return new Phrase(english, Phrase.concat(beginning.french(), french(polarity)));
  }

  private EnglishVerb.Group english(boolean emphatic) {
    Agreement agreement = subject.englishAgreement();
    EnglishVerb verb = predicate.finite().english();
    boolean present =
        verb.base().equals(verb.past())
            && agreement.form() != Agreement.THIRD_SINGULAR
            && predicate.time().english().isEmpty();
    // "I read it" would be both the present and the past.
    Tense spoken = tense == Tense.PAST && !emphatic && present ? Tense.PERFECT : tense;
    return verb.in(spoken, agreement, emphatic);
  }

  private List<FrenchWord> french(Polarity polarity) {
    return Phrase.concat(
        predicate.frenchHead(),
        subject.french(),
        predicate.french(subject.agreement(), tense, negation, polarity));
  }
}
