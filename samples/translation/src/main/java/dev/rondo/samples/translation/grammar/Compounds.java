package dev.rondo.samples.translation.grammar;

import dev.rondo.samples.translation.grammar.Verb.Kind;
import dev.rondo.samples.translation.grammar.VerbPhrase.Role;
import java.util.List;

/** Sentences of two clauses joined by "and", "but", "that" or "when". */
final class Compounds {

  private static final Phrase AND = Phrase.of("and", "et");
  private static final Phrase BUT = Phrase.of(", but", ", mais");

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Compounds(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("and, but", 9, this::andBut),
        new Construction("that", 6, this::that),
        new Construction("when", 3, this::when));
  }

  private Sentence andBut() {
    Phrase phrase =
        switch (chance.below(4)) {
          case 0 -> twoThings();
          case 1 -> likesIt();
          case 2 -> twoPeople();
          default -> cannot();
        };
    return Sentence.statement(phrase);
  }

  /** "The soup is hot, but the bread is cold." */
  private Phrase twoThings() {
    Clause first = speaker.descriptions().draw(Tense.PRESENT);
    Clause second = speaker.descriptions().draw(Tense.PRESENT);
    boolean sameSubject =
        first.subject().english().equals(second.subject().english());
    if (sameSubject) {
      return twoThings();
    }
    return first.statement().then(chance.of(AND, BUT)).then(second.statement());
  }

  /** "My car is old, but I like it": the French pronoun has the gender of the car. */
  private Phrase likesIt() {
    Noun noun = chance.of(lexicon.nouns("object clothes vehicle device print text instrument house flat film song"));
    NounPhrase thing =
        NounPhrase.of(
            chance.percent(60) ? speaker.people().possessor() : Determiner.demonstrative(),
            noun,
            noun.hasPlural() && chance.percent(25));
    Clause first = speaker.descriptions().of(thing, Tense.PRESENT);
    PersonalPronoun it = PersonalPronoun.standingFor(thing.agreement(), false);
    boolean good = chance.percent(50);
    Verb verb = good ? lexicon.verb(chance.of("like", "love"), Kind.GENERIC) : lexicon.verb(chance.of("like", "want"), chance.of(Kind.GENERIC, Kind.OBJ));
    VerbPhrase phrase = VerbPhrase.of(verb).withPronoun(it, Role.DIRECT);
    Clause second = Clause.of(speaker.people().pronoun(), phrase, Tense.PRESENT);
    return first
        .statement()
        .then(chance.percent(50) ? AND : BUT)
        .then((good ? second : second.negated(Negation.NOT)).statement());
  }

  /** "Tom likes tea, but Marie prefers coffee." */
  private Phrase twoPeople() {
    Tense tense = chance.of(Tense.PRESENT, Tense.PRESENT, Tense.PROGRESSIVE, Tense.PAST);
    Clause first = Clauses.plain(speaker.clauses().in(tense));
    Clause second = Clauses.plain(speaker.clauses().in(tense));
    if (first.subject().english().equals(second.subject().english())) {
      return twoPeople();
    }
    return first.statement().then(chance.of(AND, BUT)).then(second.statement());
  }

  /** "I want to come, but I must work." */
  private Phrase cannot() {
    PersonalPronoun subject = speaker.people().pronoun();
    Clause first =
        speaker
            .clauses()
            .modal(
                subject,
                lexicon.verb("want", Kind.WANT_TO),
                chance.of(Tense.PRESENT, Tense.CONDITIONAL));
    Clause second =
        switch (chance.below(3)) {
          case 0 -> speaker.clauses().modal(subject, lexicon.verb("must", Kind.MODAL), Tense.PRESENT);
          case 1 -> speaker.clauses().modal(subject, lexicon.verb("have", Kind.MODAL), Tense.PRESENT);
          default -> speaker.descriptions().ofPerson(subject, Tense.PRESENT);
        };
    return first.statement().then(BUT).then(second.statement());
  }

  /** "I think that he is right", "she said that she was tired". */
  private Sentence that() {
    Verb verb = lexicon.verb(chance.of("think", "know", "say", "hope"), Kind.THAT);
    String english = verb.english().base();
    Nominal subject = speaker.people().subject();
    boolean said = english.equals("say");
    Tense tense = said ? Tense.PAST : Tense.PRESENT;
    Clause second =
        english.equals("hope")
            ? speaker.clauses().in(Tense.FUTURE)
            : opinion(said ? Tense.IMPERFECT : Tense.PRESENT, english.equals("know"));
    Phrase that = Phrase.of(chance.percent(55) ? "that" : "", "que");
    VerbPhrase main =
        VerbPhrase.of(verb, Complement.fixed(that.then(second.statement())));
    Clause clause = Clause.of(subject, main, tense);
    boolean asked = english.equals("know") && chance.percent(25) && subject != PersonalPronoun.I;
    return asked ? Sentence.question(clause.question()) : Sentence.statement(clause.statement());
  }

  private Clause opinion(Tense tense, boolean fact) {
    return switch (chance.below(fact ? 4 : 3)) {
      case 0 -> speaker.descriptions().state(speaker.people().subject(), tense);
      case 3 -> Clauses.plain(speaker.clauses().in(Tense.PAST));
      default -> speaker.descriptions().draw(tense);
    };
  }

  /** "When I arrived, the baby was sleeping." */
  private Sentence when() {
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.frame().kind() == Kind.ARRIVE
                        || found.verb().french().infinitive().matches("rentrer|revenir|partir"));
    Nominal subject = speaker.people().subject();
    Clause first = Clause.of(subject, speaker.actions().phrase(use, subject), Tense.PAST);
    Nominal other = speaker.people().subject();
    if (other.english().equals(subject.english())) {
      return when();
    }
    Clause second = Clauses.plain(speaker.clauses().in(Tense.PAST_PROGRESSIVE, other));
    return Sentence.statement(
        Phrase.of("when", "quand")
            .then(first.statement())
            .then(Phrase.of(",", ","))
            .then(second.statement()));
  }
}
