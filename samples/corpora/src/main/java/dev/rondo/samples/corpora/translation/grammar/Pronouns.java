package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.List;

/** Sentences with prepositions and pronouns: "avec moi", "sans eux", "elle me l'a donné". */
final class Pronouns {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Pronouns(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("preposition", 7, this::preposition),
        new Construction("two pronouns", 4, this::two));
  }

  private Sentence preposition() {
    return sometimes(
        switch (chance.below(7)) {
          case 0 -> isFor();
          case 1, 2 -> company();
          case 3 -> leftWithout();
          case 4 -> drinksWithout();
          case 5 -> between();
          default -> near();
        });
  }

  /** "This letter is for you", "the flowers are for my mother". */
  private Clause isFor() {
    Noun noun = chance.of(lexicon.nouns("portable text"));
    NounPhrase thing =
        NounPhrase.of(
            chance.percent(60) ? Determiner.demonstrative() : Determiner.definite(),
            noun,
            noun.hasPlural() && chance.percent(30));
    Nominal whom = chance.percent(50) ? speaker.people().pronoun() : speaker.people().object();
    return speaker.descriptions().location(thing, Places.after("for", "pour", whom), Tense.PRESENT);
  }

  /** "She works with him", "they left without us", "I am singing for you". */
  private Clause company() {
    Nominal subject = speaker.people().subject();
    Phrase with =
        chance.of(
            Phrase.of("with", "avec"), Phrase.of("without", "sans"), Phrase.of("for", "pour"));
    Verb verb =
        with.english().contains("for")
            ? lexicon.verb(chance.of("work", "sing", "cook", "dance"), Kind.NONE)
            : lexicon.verb(
                chance.of("work", "dance", "play", "travel", "eat", "leave", "sing", "swim", "run"),
                Kind.NONE);
    Nominal whom =
        chance.percent(70)
            ? speaker.people().objectPronoun(subject, true)
            : speaker.people().object();
    Tense tense =
        chance.of(Tense.PRESENT, Tense.PROGRESSIVE, Tense.PAST, Tense.NEAR_FUTURE, Tense.FUTURE);
    Clause clause =
        Clause.of(subject, VerbPhrase.of(verb, Complement.fixed(Places.after(with, whom))), tense);
    return tense == Tense.PRESENT ? clause : speaker.clauses().timed(clause, 25);
  }

  /** "He went out without his coat": the French possessive as the owner and the coat want it. */
  private Clause leftWithout() {
    PersonalPronoun subject = speaker.people().pronoun();
    Noun noun = chance.of(lexicon.nouns("key bag umbrella wallet ticket hat coat phone jacket"));
    boolean plural = chance.percent(15);
    NounPhrase own = NounPhrase.of(Determiner.possessive(subject), noun, plural);
    Verb verb = lexicon.verb(chance.of("leave", "go", "come", "travel"), Kind.NONE);
    Phrase without =
        chance.percent(75)
            ? Places.after("without", "sans", own)
            : Places.after("with", "avec", own);
    Tense tense = chance.of(Tense.PAST, Tense.PAST, Tense.NEAR_FUTURE);
    return speaker
        .clauses()
        .timed(Clause.of(subject, VerbPhrase.of(verb, Complement.fixed(without)), tense), 25);
  }

  /** "I drink coffee without sugar", "tea with milk": "avec du lait", but "sans lait". */
  private Clause drinksWithout() {
    boolean drink = chance.percent(60);
    Noun noun = chance.of(lexicon.nouns(drink ? "coffee tea" : "meat fish bread rice egg salad"));
    Noun added =
        chance.of(
            lexicon.nouns(drink ? "sugar milk honey" : "salt butter cheese jam lemon vegetable"));
    boolean with = chance.percent(50);
    NounPhrase some = NounPhrase.of(Determiner.indefinite(), added, added.hasPlural());
    Phrase french =
        with
            ? Places.after("with", "avec", some)
            : new Phrase(
                Phrase.concat(List.of("without"), some.english()),
                Phrase.concat(FrenchWord.words("sans"), added.french(added.hasPlural())));
    NounPhrase food = NounPhrase.of(Determiner.indefinite(), noun, noun.hasPlural());
    Verb verb = lexicon.verb(chance.of(drink ? "drink" : "eat", "want"), Kind.OBJ);
    Tense tense = chance.percent(70) ? Tense.PRESENT : verb.past();
    Complement what = Complement.object(food).and(Complement.fixed(french));
    return Clause.of(speaker.people().subject(), VerbPhrase.of(verb, what), tense);
  }

  /** "The bank is between the school and the hotel". */
  private Clause between() {
    boolean people = chance.percent(25);
    Nominal first;
    Nominal second;
    Nominal what;
    if (people) {
      first = speaker.people().object();
      second = speaker.people().object();
      what = speaker.people().subject();
    } else {
      List<Noun> nouns = lexicon.nouns(chance.of("town", "furnishing"));
      first = Things.the(chance.of(nouns));
      second = Things.the(chance.of(nouns));
      what = Things.the(chance.of(nouns));
    }
    if (first.equals(second) || first.equals(what) || second.equals(what)) {
      return between();
    }
    Expression both =
        new Expression(
            new Phrase(first.englishObject(Polarity.AFFIRMATIVE), first.frenchAfterPreposition())
                .then(Phrase.of("and", "et"))
                .then(
                    new Phrase(
                        second.englishObject(Polarity.AFFIRMATIVE),
                        second.frenchAfterPreposition())),
            first.agreement(),
            first.agreement());
    return speaker
        .descriptions()
        .location(
            what,
            Places.after("between", "entre", both),
            people && chance.percent(60) ? Tense.IMPERFECT : Tense.PRESENT);
  }

  /** "They live near us", "the dog is behind you". */
  private Clause near() {
    boolean lives = chance.percent(35);
    Nominal subject =
        lives || chance.percent(50)
            ? speaker.people().subject()
            : speaker.things().known(chance.of(lexicon.nouns("pet small_thing")));
    PersonalPronoun whom = speaker.people().objectPronoun(subject, true);
    Phrase where = lives ? Phrase.of("near", "près de") : chance.of(lexicon.phrases("towards"));
    Phrase place = Places.after(where, whom);
    Tense tense = chance.percent(70) ? Tense.PRESENT : Tense.IMPERFECT;
    return lives
        ? Clause.of(
            subject, VerbPhrase.of(lexicon.verb("live", Kind.LIVE), Complement.fixed(place)), tense)
        : speaker.descriptions().location(subject, place, tense);
  }

  /** "She gave it to me", "I will show them to him". */
  private Sentence two() {
    Nominal subject = speaker.people().subject();
    Verb verb =
        lexicon.verb(chance.of("give", "give", "show", "send", "lend", "explain"), Kind.GIVE);
    PersonalPronoun it = chance.percent(65) ? PersonalPronoun.IT : PersonalPronoun.THEY;
    PersonalPronoun whom = speaker.people().objectPronoun(subject, true);
    if (it == whom) {
      return two();
    }
    VerbPhrase phrase = VerbPhrase.of(verb).withPronoun(it, Role.DIRECT).givenTo(whom);
    if (chance.percent(20)) {
      phrase = phrase.withModal(lexicon.verb(chance.of("can", "must"), Kind.MODAL));
      return sometimes(Clause.of(subject, phrase, Tense.PRESENT));
    }
    Tense tense = chance.of(Tense.PAST, Tense.PAST, Tense.PERFECT, Tense.NEAR_FUTURE, Tense.FUTURE);
    return sometimes(speaker.clauses().timed(Clause.of(subject, phrase, tense), 35));
  }

  private Sentence sometimes(Clause clause) {
    int kind = chance.below(100);
    boolean mine = clause.subject().agreement().form() == Agreement.FIRST_SINGULAR;
    if (kind < 18) {
      return Sentence.statement(clause.negated(Negation.NOT).statement());
    }
    return kind < 32 && !mine
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }
}
