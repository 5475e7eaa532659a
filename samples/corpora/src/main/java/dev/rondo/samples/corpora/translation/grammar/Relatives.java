package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Aspect;
import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;

/** Sentences with a clause about a noun in them. */
final class Relatives {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;
  private final Comparisons comparisons;

  Relatives(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
    this.comparisons = new Comparisons(speaker);
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("relative, qui", 6, this::who),
        new Construction("relative, que", 6, this::that));
  }

  /** "The woman who lives here is a dentist", "I know a man who speaks Chinese". */
  private Sentence who() {
    Noun noun =
        chance.of(
            lexicon.nouns(
                "man woman boy girl child friend neighbour student teacher doctor tourist singer"
                    + " actress guest customer"));
    boolean plural = chance.percent(20);
    boolean known = chance.percent(50);
    NounPhrase person =
        NounPhrase.of(known ? Determiner.definite() : Determiner.indefinite(), noun, plural);
    Expression who = Expression.relative("who", person.agreement());
    Clause clause = Clauses.plain(speaker.clauses().in(tense(), who));
    NounPhrase described = person.followedBy(clause.statement());
    if (!known || chance.percent(30)) {
      Verb verb = lexicon.verb(chance.of("know", "meet", "see", "help"), Kind.OBJ);
      Tense tense = verb.aspect() == Aspect.STATE ? Tense.PRESENT : Tense.PAST;
      Nominal subject = speaker.people().subject();
      return Sentence.statement(
          Clause.of(subject, VerbPhrase.of(verb, Complement.object(described)), tense).statement());
    }
    Clause main =
        switch (chance.below(4)) {
          case 0 ->
              working(noun)
                  ? speaker.descriptions().profession(described, Tense.PRESENT)
                  : speaker.descriptions().ofPerson(described, Tense.PRESENT);
          case 1 -> friend(described);
          case 2 -> comparisons.person(described);
          default -> speaker.descriptions().ofPerson(described, Tense.PRESENT);
        };
    return Sentence.statement(main.statement());
  }

  private boolean working(Noun noun) {
    return !noun.kind().equals("profession") && !lexicon.nouns("young_people").contains(noun);
  }

  /** "... is my uncle": somebody of the same sex, where French shows it. */
  private Clause friend(NounPhrase described) {
    boolean feminine = described.agreement().feminine();
    Noun noun =
        chance.of(
            lexicon
                .nouns(
                    feminine
                        ? "sister cousin aunt daughter"
                        : "brother friend neighbour uncle cousin son")
                .stream()
                .filter(found -> found.gender() == described.agreement().gender())
                .toList());
    NounPhrase relation = NounPhrase.of(speaker.people().possessor(), noun, described.plural());
    return Clause.of(
        described,
        VerbPhrase.of(
            speaker.descriptions().be(),
            Complement.fixed(new Phrase(relation.english(), relation.french()))),
        Tense.PRESENT);
  }

  private Tense tense() {
    return chance.of(Tense.PRESENT, Tense.PRESENT, Tense.PRESENT, Tense.PAST, Tense.PROGRESSIVE);
  }

  /** "The letters that I received were long", with the participle agreeing. */
  private Sentence that() {
    Actions.Use use =
        speaker.actions().use(found -> found.frame().kind() == Kind.OBJ && !found.somePeople());
    Noun noun = chance.of(List.copyOf(use.frame().nouns()));
    List<Adjective> fitting =
        lexicon.adjectives().stream()
            .filter(adjective -> adjective.nouns().contains(noun))
            .toList();
    if (fitting.isEmpty() || noun.kind().equals("unique")) {
      return that();
    }
    boolean plural = noun.hasPlural() && chance.percent(30);
    NounPhrase thing = NounPhrase.of(Determiner.definite(), noun, plural);
    Verb verb = use.verb();
    Tense tense =
        verb.aspect() == Aspect.STATE
            ? Tense.PRESENT
            : chance.of(
                verb.past(),
                verb.past(),
                Tense.PERFECT,
                verb.progressive() ? Tense.PROGRESSIVE : Tense.PERFECT);
    VerbPhrase phrase = VerbPhrase.of(verb).withObjectBefore(thing.agreement());
    Phrase clause = Clause.of(speaker.people().subject(), phrase, tense).statement();
    Phrase that = Phrase.of(chance.percent(70) ? "that" : "", "que");
    NounPhrase described = thing.followedBy(that.then(clause));
    Adjective adjective = chance.of(fitting);
    Clause main =
        adjective.gradable() && chance.percent(25)
            ? comparisons.thing(described, adjective)
            : speaker
                .descriptions()
                .is(described, adjective, chance.percent(70) ? Tense.PRESENT : Tense.IMPERFECT);
    return Sentence.statement(main.statement());
  }
}
