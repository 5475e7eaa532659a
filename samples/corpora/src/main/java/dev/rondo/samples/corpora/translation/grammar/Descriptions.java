package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;
import java.util.Set;

/** Draws what somebody or something is: tired, a doctor, hungry, old. */
final class Descriptions {

  private static final Set<String> CHANGING =
      Set.of(
          "tired",
          "ill",
          "busy",
          "happy",
          "sad",
          "open",
          "closed",
          "hurry",
          "dirty",
          "clean",
          "late",
          "early",
          "home",
          "holiday",
          "angry",
          "hungry",
          "thirsty",
          "sleepy",
          "lucky",
          "right",
          "wrong",
          "cold",
          "noisy",
          "quiet",
          "empty",
          "office",
          "hospital",
          "kitchen",
          "school",
          "library",
          "café");

  private final Chance chance;
  private final Lexicon lexicon;
  private final People people;
  private final Things things;
  private final Verb be;
  private final List<Adjective> ofPeople;

  Descriptions(Chance chance, Lexicon lexicon, People people, Things things) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.people = people;
    this.things = things;
    this.be = lexicon.verb("be", Kind.COPULA);
    List<Noun> everybody = lexicon.nouns("people");
    this.ofPeople =
        lexicon.adjectives().stream()
            .filter(adjective -> adjective.nouns().containsAll(everybody))
            .toList();
  }

  Verb be() {
    return be;
  }

  /** "be" with a French verb other than être: "be hungry", "avoir faim". */
  Verb beAs(String english, Kind kind) {
    return be.translatedBy(lexicon.verb(english, kind));
  }

  /** Somebody or something is so. */
  Clause draw(Tense tense) {
    return chance.percent(45) ? ofPerson(people.subject(), tense) : ofThing(tense);
  }

  /** Somebody is tired, happy, French. */
  Clause ofPerson(Nominal subject, Tense tense) {
    return is(subject, chance.of(ofPeople), tense);
  }

  /** A reason to stay away. */
  Clause busyOrIll(Nominal subject) {
    List<Adjective> reasons =
        ofPeople.stream().filter(found -> Set.of("busy", "ill").contains(found.english())).toList();
    return is(subject, chance.of(reasons), Tense.PRESENT);
  }

  /** The soup is cold, this house is old. */
  Clause ofThing(Tense tense) {
    Adjective adjective = chance.of(lexicon.adjectives());
    Noun noun = chance.of(List.copyOf(adjective.nouns()));
    return is(Things.isPerson(noun) ? people.named(noun) : things.known(noun), adjective, tense);
  }

  /** This thing is so, as far as the lexicon knows something of it. */
  Clause of(NounPhrase thing, Tense tense) {
    List<Adjective> fitting =
        lexicon.adjectives().stream()
            .filter(adjective -> adjective.nouns().contains(thing.noun()))
            .toList();
    return is(thing, fitting.isEmpty() ? chance.of(ofPeople) : chance.of(fitting), tense);
  }

  Clause is(Nominal subject, Adjective adjective, Tense tense) {
    Phrase degree =
        adjective.gradable() && chance.percent(40)
            ? chance.of(lexicon.phrases("degree"))
            : Phrase.EMPTY;
    return Clause.of(subject, VerbPhrase.of(be, adjective(adjective, degree)), tense);
  }

  /** Whether something is so today, but perhaps not tomorrow. */
  boolean varies(Clause clause) {
    List<String> words = clause.statement().english();
    return CHANGING.contains(words.get(words.size() - 1));
  }

  /** Adds "today" or "yesterday" to what changes from day to day. */
  Clause today(Clause clause) {
    if (!varies(clause)) {
      return clause;
    }
    Phrase when =
        clause.tense() == Tense.PRESENT
            ? chance.of(lexicon.phrases("now"))
            : chance.of(lexicon.phrases(clause.tense() == Tense.IMPERFECT ? "past" : "coming"));
    return new Clause(
        clause.subject(), clause.predicate().withTime(when), clause.tense(), clause.negation());
  }

  /** Something is so, neither "very" nor "too". */
  Clause simply(Nominal subject, Adjective adjective, Tense tense) {
    return Clause.of(subject, VerbPhrase.of(be, adjective(adjective, Phrase.EMPTY)), tense);
  }

  /** "very old" as a complement. */
  static Complement adjective(Adjective adjective, Phrase degree) {
    return Complement.agreeing(
        Phrase.concat(degree.english(), Phrase.english(adjective.english())),
        degree.french(),
        adjective.standingAlone(),
        Phrase.EMPTY);
  }

  /** Somebody is a teacher. */
  Clause profession(Nominal subject, Tense tense) {
    Lexicon.Profession profession = chance.of(lexicon.professions());
    boolean plural = subject.agreement().plural();
    List<String> english =
        Phrase.concat(plural ? List.of() : List.of("a"), profession.noun().english(plural));
    return Clause.of(
        subject,
        VerbPhrase.of(
            be, Complement.agreeing(english, List.of(), profession.forms(), Phrase.EMPTY)),
        tense);
  }

  /** Somebody is hungry, late, right. */
  Clause state(Nominal subject, Tense tense) {
    if (chance.percent(35)) {
      Complement condition = Complement.fixed(chance.of(lexicon.phrases("condition")));
      return Clause.of(subject, VerbPhrase.of(be, condition), tense);
    }
    int kind = chance.below(100);
    Complement state =
        kind < 65
            ? Complement.fixed(very(chance.of(lexicon.phrases("feeling"))))
            : kind < 85
                ? Complement.fixed(chance.of(lexicon.phrases("truth")))
                : had(chance.of(lexicon.nouns("luck")), chance.percent(30));
    return Clause.of(subject, VerbPhrase.of(beAs("have", Kind.OBJ), state), tense);
  }

  private Phrase very(Phrase feeling) {
    return chance.percent(25) ? Phrase.of("very", "très").then(feeling) : feeling;
  }

  /** What French has and English is: "de la chance", "beaucoup de chance", "pas de chance". */
  static Complement had(Noun noun, boolean much) {
    Determiner determiner =
        much ? Determiner.fixed(Phrase.of("very", "beaucoup de")) : Determiner.indefinite();
    return Complement.object(NounPhrase.of(determiner, noun, false));
  }

  /** Somebody is so many years old. */
  Clause age(Nominal subject) {
    Phrase number = chance.of(lexicon.numbers());
    Phrase years =
        new Phrase(
            Phrase.concat(number.english(), List.of("years", "old")),
            Phrase.concat(number.french(), FrenchWord.words("ans")));
    return Clause.of(
        subject, VerbPhrase.of(beAs("have", Kind.OBJ), Complement.fixed(years)), Tense.PRESENT);
  }

  /** Something or somebody is in a place. */
  Clause location(Nominal subject, Phrase place, Tense tense) {
    return Clause.of(subject, VerbPhrase.of(be, Complement.fixed(place)), tense);
  }
}
