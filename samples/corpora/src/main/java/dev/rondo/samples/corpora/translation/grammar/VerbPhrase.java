package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verb with all that goes with it, but no subject, tense or negation yet.
 *
 * @param verb the verb that says what is done
 * @param modal the verb before it: "want to eat", "must eat"
 * @param pronoun an object that is a pronoun, and stands before the French verb
 * @param role what the pronoun is
 * @param complement what follows the verb
 * @param frequency "often": before the English verb, after the French one
 * @param manner "well": at the end in English, after the French verb
 * @param time at the end in both languages
 * @param object the object before the verb with which the participle agrees: "les lettres que j'ai
 *     reçues"
 * @param receiver who gets the object, where both are pronouns: "elle me l'a donné"
 */
record VerbPhrase(
    Verb verb,
    Optional<Verb> modal,
    Optional<PersonalPronoun> pronoun,
    Role role,
    Complement complement,
    Phrase frequency,
    Phrase manner,
    Phrase time,
    Optional<Agreement> object,
    Optional<PersonalPronoun> receiver) {

  /** The adverbs that stand before a French participle or infinitive. */
  private static final Set<String> BEFORE_PARTICIPLE = Set.of("well", "badly", "a lot");

  /** What a pronoun before the French verb is. */
  enum Role {
    DIRECT,
    /** "lui": to somebody. */
    INDIRECT,
    /** No object, but "y" before the verb: "il y a". */
    THERE
  }

  private static final Complement NOTHING = Complement.fixed(Phrase.EMPTY);

  static VerbPhrase of(Verb verb) {
    return of(verb, NOTHING);
  }

  static VerbPhrase of(Verb verb, Complement complement) {
    return new VerbPhrase(
        verb,
        Optional.empty(),
        Optional.empty(),
        Role.DIRECT,
        complement,
        Phrase.EMPTY,
        Phrase.EMPTY,
        Phrase.EMPTY,
        Optional.empty(),
        Optional.empty());
  }

  VerbPhrase withModal(Verb added) {
    return new VerbPhrase(
        verb,
        Optional.of(added),
        pronoun,
        role,
        complement,
        frequency,
        manner,
        time,
        object,
        receiver);
  }

  VerbPhrase withPronoun(PersonalPronoun added, Role as) {
    return new VerbPhrase(
        verb, modal, Optional.of(added), as, complement, frequency, manner, time, object, receiver);
  }

  VerbPhrase withThere() {
    return new VerbPhrase(
        verb, modal, pronoun, Role.THERE, complement, frequency, manner, time, object, receiver);
  }

  VerbPhrase withFrequency(Phrase added) {
    return new VerbPhrase(
        verb, modal, pronoun, role, complement, added, manner, time, object, receiver);
  }

  VerbPhrase withManner(Phrase added) {
    return new VerbPhrase(
        verb, modal, pronoun, role, complement, frequency, added, time, object, receiver);
  }

  VerbPhrase withTime(Phrase added) {
    return new VerbPhrase(
        verb, modal, pronoun, role, complement, frequency, manner, added, object, receiver);
  }

  /** Adds "to me" after the pronoun "it". */
  VerbPhrase givenTo(PersonalPronoun added) {
    return new VerbPhrase(
        verb,
        modal,
        pronoun,
        role,
        complement,
        frequency,
        manner,
        time,
        object,
        Optional.of(added));
  }

  /** Leaves the object out because it stands before the verb, as in a relative clause. */
  VerbPhrase withObjectBefore(Agreement agreement) {
    return new VerbPhrase(
        verb,
        modal,
        pronoun,
        role,
        NOTHING,
        frequency,
        manner,
        time,
        Optional.of(agreement),
        receiver);
  }

  /** The verb that is conjugated. */
  Verb finite() {
    return modal.orElse(verb);
  }

  /** The English words from the conjugated verb on, without what "not" follows. */
  List<String> english(List<String> rest, Negation negation, Polarity polarity) {
    return Phrase.concat(
        frequency.english(),
        rest,
        modal.map(this::infinitive).orElse(List.of()),
        pronoun.map(found -> found.englishObject(polarity)).orElse(List.of()),
        receiver
            .map(found -> Phrase.concat(List.of("to"), found.englishObject(polarity)))
            .orElse(List.of()),
        complement.english(polarity),
        negation.englishEnd(),
        manner.english(),
        time.english());
  }

  private List<String> infinitive(Verb before) {
    boolean to = !before.english().modal() && !before.english().particle().contains("to");
    return Phrase.concat(
        to ? List.of("to") : List.of(), List.of(verb.english().base()), verb.english().particle());
  }

  /** The French words after the subject. */
  List<FrenchWord> french(Agreement subject, Tense tense, Negation negation, Polarity polarity) {
    boolean early = BEFORE_PARTICIPLE.contains(String.join(" ", manner.english()));
    return Phrase.concat(
        negation.ne(),
        FrenchVerbGroup.finite(this, subject, tense),
        negation.afterFinite(),
        early ? manner.french() : List.of(),
        atHead() ? List.of() : frequency.french(),
        FrenchVerbGroup.nonFinite(this, subject, tense),
        early ? List.of() : manner.french(),
        complement.french(subject, polarity),
        negation.afterAll(),
        time.french());
  }

  /** The French words before the subject: "d'habitude," for "usually". */
  List<FrenchWord> frenchHead() {
    return atHead() ? Phrase.concat(frequency.french(), FrenchWord.words(",")) : List.of();
  }

  private boolean atHead() {
    return frequency.english().contains("usually");
  }

  /** The pronouns before the French verb: "me", "lui", "y". */
  List<FrenchWord> clitics(Agreement subject) {
    List<FrenchWord> objects =
        switch (role) {
          case DIRECT -> pronoun.map(found -> List.of(found.direct())).orElse(List.of());
          case INDIRECT -> pronoun.map(found -> List.of(found.indirect())).orElse(List.of());
          case THERE -> FrenchWord.words("y");
        };
    // "Me le", but "le lui".
    boolean after = receiver.filter(found -> found.agreement().form() % 3 == 2).isPresent();
    List<FrenchWord> to = receiver.map(found -> List.of(found.indirect())).orElse(List.of());
    return Phrase.concat(
        verb.french().reflexivePronoun(subject),
        after ? List.of() : to,
        objects,
        after ? to : List.of());
  }

  /** The object before the verb, if there is one with which a participle agrees. */
  Optional<Agreement> objectBefore() {
    return role == Role.DIRECT && pronoun.isPresent()
        ? pronoun.map(PersonalPronoun::agreement)
        : object;
  }
}
