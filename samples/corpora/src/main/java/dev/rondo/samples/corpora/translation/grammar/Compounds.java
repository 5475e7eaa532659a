package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.List;
import java.util.Set;

/** Sentences of two clauses joined by "and", "but", "that" or "when". */
final class Compounds {

  private static final Phrase AND = Phrase.of("and", "et");
  private static final Phrase BUT = Phrase.of(", but", ", mais");

  private static final Set<String> PLEASURES =
      Set.of(
          "sortir",
          "aller",
          "jouer",
          "danser",
          "nager",
          "regarder",
          "voyager",
          "promener",
          "reposer",
          "venir",
          "rester");
  private static final Set<String> DUTIES =
      Set.of(
          "travailler",
          "partir",
          "rentrer",
          "nettoyer",
          "finir",
          "étudier",
          "aider",
          "dormir",
          "coucher");
  private static final List<Kind> COMPARED =
      List.of(
          Kind.GENERIC,
          Kind.GENERIC,
          Kind.LIVE,
          Kind.AT,
          Kind.OF,
          Kind.LANGUAGE,
          Kind.NONE,
          Kind.GOAL);

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
        new Construction("two verbs", 5, this::twoVerbs),
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
    Clause first;
    Clause second;
    if (chance.percent(45)) {
      first = speaker.descriptions().ofPerson(speaker.people().subject(), Tense.PRESENT);
      second = speaker.descriptions().ofPerson(speaker.people().subject(), Tense.PRESENT);
    } else {
      NounPhrase thing = described();
      first = speaker.descriptions().of(thing, Tense.PRESENT);
      Noun alike = chance.of(lexicon.nouns(thing.noun().kind()));
      second = speaker.descriptions().of(speaker.things().known(alike), Tense.PRESENT);
    }
    if (sameOrUnclear(first.subject(), second.subject())
        || first.predicate().complement().equals(second.predicate().complement())) {
      return twoThings();
    }
    return first.statement().then(chance.of(AND, BUT)).then(second.statement());
  }

  /** After "the boy", "he" would be the boy. */
  private static boolean sameOrUnclear(Nominal first, Nominal second) {
    boolean unclear =
        !(first instanceof PersonalPronoun)
            && second instanceof PersonalPronoun pronoun
            && List.of(PersonalPronoun.HE, PersonalPronoun.SHE, PersonalPronoun.THEY)
                .contains(pronoun);
    return unclear || first.english().equals(second.english());
  }

  private NounPhrase described() {
    return speaker
        .things()
        .known(
            chance.of(
                lexicon.nouns(
                    "animal food dish drink object clothes vehicle room building furniture"
                        + " device")));
  }

  /** "My car is old, but I like it": the French pronoun has the gender of the car. */
  private Phrase likesIt() {
    Noun noun =
        chance.of(
            lexicon.nouns(
                "object clothes vehicle device print text instrument house flat film song"));
    NounPhrase thing =
        NounPhrase.of(
            chance.percent(60) ? speaker.people().possessor() : Determiner.demonstrative(),
            noun,
            noun.hasPlural() && chance.percent(25));
    Clause first = speaker.descriptions().of(thing, Tense.PRESENT);
    PersonalPronoun it = PersonalPronoun.standingFor(thing.agreement(), false);
    boolean good = chance.percent(50);
    Verb verb =
        chance.percent(65)
            ? lexicon.verb(good ? chance.of("like", "love") : "like", Kind.GENERIC)
            : lexicon.verb("want", Kind.OBJ);
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
    Kind kind = chance.of(COMPARED);
    Clause first = does(kind, tense);
    Clause second = does(kind, tense);
    if (sameOrUnclear(first.subject(), second.subject())) {
      return twoPeople();
    }
    return first.statement().then(chance.of(AND, BUT)).then(second.statement());
  }

  private Clause does(Kind kind, Tense tense) {
    Nominal subject = speaker.people().subject();
    Actions.Use use = speaker.actions().use(found -> found.frame().kind() == kind);
    Verb verb = use.verb();
    boolean lasting = verb.aspect() == Verb.Aspect.STATE;
    return Clause.of(
        subject, speaker.actions().phrase(use, subject), lasting ? Tense.PRESENT : tense);
  }

  /** "I want to come, but I must work." */
  private Phrase cannot() {
    PersonalPronoun subject = speaker.people().pronoun();
    VerbPhrase wish = leisure(subject, PLEASURES).withModal(lexicon.verb("want", Kind.WANT_TO));
    Clause first = Clause.of(subject, wish, chance.of(Tense.PRESENT, Tense.CONDITIONAL));
    Verb must = lexicon.verb(chance.of("must", "have"), Kind.MODAL);
    Clause second =
        chance.percent(75)
            ? Clause.of(subject, leisure(subject, DUTIES).withModal(must), Tense.PRESENT)
            : speaker.descriptions().busyOrIll(subject);
    return first.statement().then(BUT).then(second.statement());
  }

  private VerbPhrase leisure(Nominal subject, Set<String> verbs) {
    return speaker
        .actions()
        .phrase(
            speaker.actions().use(use -> verbs.contains(use.verb().french().infinitive())),
            subject);
  }

  /** "She went out and closed the door": French says "je" again, but no other subject. */
  private Sentence twoVerbs() {
    Nominal subject = speaker.people().subject();
    Tense tense = chance.of(Tense.PAST, Tense.PAST, Tense.PRESENT);
    Clause first = oneOfTwo(subject, tense);
    Clause second = oneOfTwo(subject, tense);
    if (first.predicate().verb().equals(second.predicate().verb())) {
      return twoVerbs();
    }
    Phrase rest =
        subject == PersonalPronoun.I
            ? new Phrase(second.withoutSubject().english(), second.statement().french())
            : second.withoutSubject();
    return Sentence.statement(first.statement().then(AND).then(rest));
  }

  /** A deed of which the English past differs from the present. */
  private Clause oneOfTwo(Nominal subject, Tense tense) {
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().progressive()
                        && (tense == Tense.PAST || found.verb().aspect() == Verb.Aspect.HABIT)
                        && !found.verb().english().base().equals(found.verb().english().past()));
    return Clause.of(subject, speaker.actions().phrase(use, subject), tense);
  }

  /** "I think that he is right", "she said that she was tired". */
  private Sentence that() {
    Verb verb = lexicon.verb(chance.of("think", "know", "say", "hope"), Kind.THAT);
    String english = verb.english().base();
    Nominal subject = speaker.people().subject();
    boolean said = english.equals("say") && chance.percent(65);
    boolean thought = Set.of("think", "know").contains(english) && chance.percent(25);
    Tense tense = said ? Tense.PAST : thought ? Tense.IMPERFECT : Tense.PRESENT;
    Clause second =
        english.equals("hope")
            ? speaker.clauses().in(Tense.FUTURE)
            : opinion(
                said || thought ? Tense.IMPERFECT : Tense.PRESENT,
                english.equals("know") && !thought);
    Phrase that = Phrase.of(chance.percent(55) ? "that" : "", "que");
    VerbPhrase main = VerbPhrase.of(verb, Complement.fixed(that.then(second.statement())));
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
