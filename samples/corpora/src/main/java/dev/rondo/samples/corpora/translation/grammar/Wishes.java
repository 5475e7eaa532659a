package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.List;

/** Sentences with "would like", "could", "had to" and "will have to". */
final class Wishes {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Wishes(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("would like", 4, this::wouldLike),
        new Construction("could", 4, this::could),
        new Construction("had to", 3, this::hadTo));
  }

  /** "Would you like some tea?", "they would like to sell the house". */
  private Sentence wouldLike() {
    boolean asked = chance.percent(45);
    Nominal subject = speaker.people().subject();
    if (asked && (chance.percent(60) || isSpeaker(subject) || subject == PersonalPronoun.WE)) {
      subject = PersonalPronoun.YOU;
    }
    Verb want = lexicon.verb("want", Kind.OBJ);
    Clause clause =
        chance.percent(50)
            ? speaker.clauses().modal(subject, want, Tense.CONDITIONAL)
            : Clause.of(
                subject, VerbPhrase.of(want, Complement.object(wanted())), Tense.CONDITIONAL);
    return asked ? Sentence.question(clause.question()) : Sentence.statement(clause.statement());
  }

  private NounPhrase wanted() {
    Noun noun = chance.of(lexicon.nouns("eatable drink wantable"));
    if (Things.isFood(noun)) {
      return chance.percent(40)
          ? speaker.things().quantity(noun)
          : NounPhrase.of(Determiner.offered(), noun, noun.hasPlural());
    }
    return speaker.things().adorned(NounPhrase.of(Determiner.indefinite(), noun, false), 40);
  }

  /** "Could you help me?" asks politely; "she could not sleep" was so. */
  private Sentence could() {
    Verb can = lexicon.verb("can", Kind.MODAL);
    if (chance.percent(45)) {
      Clause clause = Clause.of(PersonalPronoun.YOU, favour().withModal(can), Tense.CONDITIONAL);
      return Sentence.question(clause.question());
    }
    Clause clause = speaker.clauses().modal(speaker.people().subject(), can, Tense.IMPERFECT);
    if (chance.percent(30)) {
      VerbPhrase when = clause.predicate().withTime(chance.of(lexicon.phrases("past")));
      clause = Clause.of(clause.subject(), when, Tense.IMPERFECT);
    }
    return Sentence.statement(
        (chance.percent(75) ? clause.negated(Negation.NOT) : clause).statement());
  }

  private VerbPhrase favour() {
    PersonalPronoun us = chance.of(PersonalPronoun.I, PersonalPronoun.I, PersonalPronoun.WE);
    if (chance.percent(35)) {
      Verb verb = lexicon.verb(chance.of("help", "call", "wait", "follow"), Kind.OBJ);
      return VerbPhrase.of(verb).withPronoun(us, Role.DIRECT);
    }
    boolean given = chance.percent(50);
    Verb verb =
        given
            ? lexicon.verb(chance.of("give", "show", "send", "lend", "explain"), Kind.GIVE)
            : lexicon.verb(
                chance.of("open", "close", "bring", "repair", "clean", "choose", "buy", "carry"),
                Kind.OBJ);
    Noun noun = chance.of(List.copyOf(verb.frames().get(0).nouns()));
    VerbPhrase phrase = VerbPhrase.of(verb, Complement.object(speaker.things().known(noun)));
    return given && !verb.english().base().equals("explain")
        ? phrase.withPronoun(us, Role.INDIRECT)
        : phrase;
  }

  /** "I had to work" is "j'ai dû travailler", "you will have to wait" is "vous devrez attendre". */
  private Sentence hadTo() {
    Nominal subject = speaker.people().subject();
    boolean past = chance.percent(60);
    Clause clause =
        speaker
            .clauses()
            .modal(subject, lexicon.verb("have", Kind.MODAL), past ? Tense.PAST : Tense.FUTURE);
    if (chance.percent(40)) {
      Phrase time = chance.of(lexicon.phrases(past ? "past" : "future"));
      clause = Clause.of(subject, clause.predicate().withTime(time), clause.tense());
    }
    return chance.percent(20) && !isSpeaker(subject)
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  private static boolean isSpeaker(Nominal subject) {
    return subject.agreement().form() == Agreement.FIRST_SINGULAR;
  }
}
