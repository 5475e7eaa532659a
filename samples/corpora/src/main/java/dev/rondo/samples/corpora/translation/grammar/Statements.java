package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;

/** Sentences that say what somebody does. */
final class Statements {

  private static final List<Tense> NEGATED =
      List.of(
          Tense.PRESENT,
          Tense.PRESENT,
          Tense.PAST,
          Tense.PAST,
          Tense.PROGRESSIVE,
          Tense.PERFECT,
          Tense.IMPERFECT,
          Tense.NEAR_FUTURE,
          Tense.FUTURE);

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Statements(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("present", 16, () -> in(Tense.PRESENT)),
        new Construction("progressive", 6, this::progressive),
        new Construction("passé composé, avoir", 10, () -> past(false)),
        new Construction("passé composé, être", 5, () -> past(true)),
        new Construction("imparfait", 6, this::imperfect),
        new Construction("near future", 5, () -> in(Tense.NEAR_FUTURE)),
        new Construction("future", 5, () -> in(Tense.FUTURE)),
        new Construction("negation", 10, this::negation),
        new Construction("partitive", 4, this::partitive),
        new Construction("quantity", 3, this::quantity),
        new Construction("liking", 5, () -> use(Kind.GENERIC)),
        new Construction("object pronoun", 5, this::objectPronoun),
        new Construction("giving", 4, () -> use(Kind.GIVE)),
        new Construction("modal", 8, this::modal),
        new Construction("going and coming", 4, this::going),
        new Construction("playing", 3, () -> use(chance.of(Kind.AT, Kind.OF))),
        new Construction("reflexive", 4, () -> use(Kind.REFLEXIVE)));
  }

  private Sentence in(Tense tense) {
    return Sentence.statement(speaker.clauses().in(tense).statement());
  }

  private Sentence progressive() {
    return chance.percent(20) ? animal() : in(Tense.PROGRESSIVE);
  }

  /** "The cat is sleeping on the sofa." */
  private Sentence animal() {
    Noun noun = chance.of(lexicon.nouns("pet"));
    NounPhrase subject = speaker.things().adorned(speaker.things().known(noun), 25);
    Phrase place =
        chance.percent(50)
            ? speaker.places().at(lexicon.nouns("inside"))
            : Places.after(
                chance.of(lexicon.phrases("beside")),
                Things.the(chance.of(lexicon.nouns("support"))));
    Verb verb = lexicon.verb(chance.of("sleep", "sleep", "eat", "play", "run"), Kind.NONE);
    Tense tense = chance.of(Tense.PROGRESSIVE, Tense.PROGRESSIVE, Tense.PAST_PROGRESSIVE);
    return Sentence.statement(
        Clause.of(subject, VerbPhrase.of(verb, Complement.fixed(place)), tense).statement());
  }

  private Sentence past(boolean withEtre) {
    Nominal subject = speaker.people().subject();
    boolean perfect = chance.percent(30);
    Clause clause;
    do {
      clause = speaker.clauses().in(perfect ? Tense.PERFECT : Tense.PAST, subject);
    } while (clause.predicate().verb().french().withEtre() != withEtre);
    return Sentence.statement(clause.statement());
  }

  private Sentence imperfect() {
    int kind = chance.below(100);
    if (kind < 40) {
      return in(Tense.PAST_PROGRESSIVE);
    } else if (kind < 75) {
      return in(Tense.IMPERFECT);
    }
    return Sentence.statement(speaker.descriptions().draw(Tense.IMPERFECT).statement());
  }

  private Sentence negation() {
    Clause clause = Clauses.plain(speaker.clauses().in(chance.of(NEGATED)));
    if (chance.percent(12)) {
      return nothing();
    }
    return Sentence.statement(clause.negated(speaker.clauses().negation(clause)).statement());
  }

  /** "I do not see anything", "he did not help anyone". */
  private Sentence nothing() {
    Nominal subject = speaker.people().subject();
    Negation negation = chance.of(Negation.NOTHING, Negation.NOBODY);
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.frame().kind() == Kind.OBJ
                        && (negation == Negation.NOBODY
                            ? found.onlyPeople()
                            : !found.somePeople()));
    Tense tense =
        chance.percent(40)
            ? use.verb().past()
            : use.verb().progressive() ? Tense.PROGRESSIVE : Tense.PRESENT;
    return Sentence.statement(
        new Clause(subject, VerbPhrase.of(use.verb()), tense, negation).statement());
  }

  private Sentence partitive() {
    Noun noun = chance.of(lexicon.nouns("edible drink"));
    Determiner determiner = chance.percent(60) ? Determiner.offered() : Determiner.indefinite();
    NounPhrase food =
        speaker.things().adorned(NounPhrase.of(determiner, noun, noun.hasPlural()), 15);
    boolean drink = noun.kind().equals("drink");
    Verb verb =
        lexicon.verb(chance.of("have", "want", "buy", drink ? "drink" : "eat", "bring"), Kind.OBJ);
    Nominal subject = speaker.people().subject();
    Tense tense =
        chance.percent(45)
            ? verb.past()
            : verb.progressive() && chance.percent(50) ? Tense.PROGRESSIVE : Tense.PRESENT;
    Clause clause = Clause.of(subject, VerbPhrase.of(verb, Complement.object(food)), tense);
    return finish(clause, 35, 25);
  }

  private Sentence quantity() {
    Noun noun = chance.of(lexicon.nouns("edible drink book toy shoe dress flower"));
    Verb verb =
        lexicon.verb(
            Things.isFood(noun)
                ? chance.of("buy", "want", noun.kind().equals("drink") ? "drink" : "eat")
                : chance.of("buy", "have", "want"),
            Kind.OBJ);
    Complement object = Complement.object(speaker.things().quantity(noun));
    Tense tense = chance.percent(50) ? verb.past() : Tense.PRESENT;
    return Sentence.statement(
        Clause.of(speaker.people().subject(), VerbPhrase.of(verb, object), tense).statement());
  }

  /** A sentence with a verb of one kind, in any tense that goes with it. */
  private Sentence use(Kind kind) {
    Nominal subject = speaker.people().subject();
    Actions.Use use = speaker.actions().use(found -> found.frame().kind() == kind);
    Verb verb = use.verb();
    Tense tense =
        verb.progressive()
            ? chance.of(
                Tense.PRESENT,
                Tense.PAST,
                Tense.PAST,
                Tense.NEAR_FUTURE,
                Tense.FUTURE,
                Tense.PROGRESSIVE)
            : chance.of(
                Tense.PRESENT,
                Tense.PRESENT,
                Tense.PRESENT,
                verb.past(),
                verb.past(),
                Tense.NEAR_FUTURE,
                Tense.FUTURE);
    VerbPhrase phrase = speaker.actions().phrase(use, subject);
    boolean timed = tense != Tense.PRESENT || verb.aspect() == Verb.Aspect.HABIT;
    Clause clause = Clause.of(subject, phrase, tense);
    return finish(
        timed && verb.aspect() != Verb.Aspect.STATE ? speaker.clauses().timed(clause, 45) : clause,
        22,
        25);
  }

  /** Negates some sentences and asks others. */
  private Sentence finish(Clause clause, int negatedPercent, int askedPercent) {
    if (chance.percent(negatedPercent)) {
      return Sentence.statement(clause.negated(speaker.clauses().negation(clause)).statement());
    }
    int form = clause.subject().agreement().form();
    boolean wish = clause.tense() == Tense.CONDITIONAL && form == Agreement.FIRST_PLURAL;
    return chance.percent(askedPercent) && form != Agreement.FIRST_SINGULAR && !wish
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  private Sentence objectPronoun() {
    Nominal subject = speaker.people().subject();
    boolean person = chance.percent(60);
    PersonalPronoun pronoun = speaker.people().objectPronoun(subject, person);
    Actions.Use use =
        speaker
            .actions()
            .use(found -> found.frame().kind() == Kind.OBJ && found.somePeople() == person);
    Verb verb = use.verb();
    Tense tense =
        verb.progressive()
            ? chance.of(
                Tense.PAST, Tense.PERFECT, Tense.NEAR_FUTURE, Tense.FUTURE, Tense.PROGRESSIVE)
            : chance.of(Tense.PRESENT, verb.past());
    VerbPhrase phrase = VerbPhrase.of(verb).withPronoun(pronoun, VerbPhrase.Role.DIRECT);
    Clause clause = Clause.of(subject, phrase, tense);
    return finish(
        verb.aspect() == Verb.Aspect.STATE ? clause : speaker.clauses().timed(clause, 30), 30, 15);
  }

  private Sentence modal() {
    Nominal subject = speaker.people().subject();
    int kind = chance.below(6);
    Verb modal =
        switch (kind) {
          case 0, 1 -> lexicon.verb("want", Kind.WANT_TO);
          case 2 -> lexicon.verb("can", Kind.MODAL);
          case 3 -> lexicon.verb("must", Kind.MODAL);
          case 4 -> lexicon.verb("have", Kind.MODAL);
          default -> lexicon.verb(chance.of("hope", "like", "love"), Kind.WANT_TO);
        };
    boolean wish = kind == 1;
    boolean past = (kind == 0 || modal.english().base().equals("hope")) && chance.percent(30);
    Tense tense = wish ? Tense.CONDITIONAL : past ? Tense.IMPERFECT : Tense.PRESENT;
    boolean liking = modal.english().base().matches("like|love");
    Clause clause =
        liking
            ? Clause.of(
                subject,
                speaker
                    .actions()
                    .draw(subject, verb -> verb.aspect() == Verb.Aspect.HABIT)
                    .withModal(modal),
                tense)
            : speaker.clauses().modal(subject, modal, tense);
    if (!past && !liking && chance.percent(25)) {
      clause =
          new Clause(
              subject,
              clause.predicate().withTime(chance.of(lexicon.phrases("future"))),
              tense,
              Negation.NONE);
    }
    boolean negatable = !wish && !modal.english().particle().contains("to") && kind != 5;
    return finish(clause, negatable ? 35 : 0, kind == 5 ? 0 : 25);
  }

  private Sentence going() {
    if (chance.percent(15)) {
      Verb come = lexicon.verb("come", Kind.NONE);
      Complement origin = Complement.fixed(speaker.places().somewhere().from());
      Clause clause =
          Clause.of(speaker.people().subject(), VerbPhrase.of(come, origin), Tense.PRESENT);
      return finish(clause, 20, 25);
    }
    return use(chance.of(Kind.GOAL, Kind.GOAL, Kind.GOAL, Kind.ARRIVE, Kind.STAY));
  }
}
