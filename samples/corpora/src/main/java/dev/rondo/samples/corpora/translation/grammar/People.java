package dev.rondo.samples.corpora.translation.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws people, as subjects and as objects. */
final class People {

  private static final List<PersonalPronoun> PRONOUNS =
      List.of(
          PersonalPronoun.I,
          PersonalPronoun.I,
          PersonalPronoun.I,
          PersonalPronoun.YOU,
          PersonalPronoun.YOU,
          PersonalPronoun.HE,
          PersonalPronoun.HE,
          PersonalPronoun.SHE,
          PersonalPronoun.SHE,
          PersonalPronoun.WE,
          PersonalPronoun.WE,
          PersonalPronoun.THEY);
  private static final List<PersonalPronoun> OWNERS =
      List.of(
          PersonalPronoun.I,
          PersonalPronoun.I,
          PersonalPronoun.YOU,
          PersonalPronoun.HE,
          PersonalPronoun.SHE,
          PersonalPronoun.WE,
          PersonalPronoun.THEY);

  /** Of whom one has several. */
  private static final Set<String> SEVERAL =
      Set.of("brother", "sister", "son", "daughter", "cousin", "uncle", "aunt", "friend");

  private final Chance chance;
  private final Lexicon lexicon;
  private final List<Noun> relatives;
  private final List<Noun> strangers;
  private final Adjective best;

  People(Chance chance, Lexicon lexicon) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.relatives = lexicon.nouns("family friend neighbour");
    this.best =
        lexicon.adjectives().stream()
            .filter(adjective -> adjective.english().equals("good"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("adjectives.txt: no good"))
            .most();
    this.strangers = lexicon.nouns("person profession");
  }

  /** A subject: a pronoun in half of the cases. */
  Nominal subject() {
    return chance.percent(55) ? pronoun() : other();
  }

  PersonalPronoun pronoun() {
    return chance.of(PRONOUNS);
  }

  PersonalPronoun owner() {
    return chance.of(OWNERS);
  }

  Expression name() {
    return chance.of(lexicon.names());
  }

  /** Somebody, but no pronoun. */
  Nominal other() {
    int kind = chance.below(100);
    if (kind < 38) {
      return name();
    } else if (kind < 72) {
      return relative();
    } else if (kind < 93) {
      return stranger();
    }
    if (kind < 95) {
      return several();
    }
    Expression first = name();
    Nominal second = chance.percent(35) ? name() : ofTheirs(first);
    return first.equals(second) ? first : Expression.and(first, second);
  }

  /** "my sister", "Tom's uncle". */
  NounPhrase relative() {
    return named(chance.of(relatives));
  }

  /** "my sisters", who show the feminine plural. */
  NounPhrase women() {
    Noun noun = chance.of(lexicon.nouns("sister daughter aunt"));
    return NounPhrase.of(possessor(), noun, true);
  }

  /** "two students", "the three girls". */
  private NounPhrase several() {
    Phrase number = lexicon.numbers().get(chance.below(chance.percent(80) ? 4 : 11));
    Phrase some =
        chance.percent(50)
            ? number
            : new Phrase(
                Phrase.concat(List.of("the"), number.english()),
                Phrase.concat(FrenchWord.words("les"), number.french()));
    return NounPhrase.of(Determiner.fixed(some), chance.of(strangers), true);
  }

  /** "his brother" or "her sister", after the name of whom this is. */
  private NounPhrase ofTheirs(Expression name) {
    PersonalPronoun owner = PersonalPronoun.standingFor(name.agreement(), true);
    String mate = owner == PersonalPronoun.HE ? "wife" : "husband";
    Noun noun =
        chance.of(
            lexicon.nouns(
                "brother sister mother father cousin friend son daughter parent " + mate));
    return NounPhrase.of(Determiner.possessive(owner), noun, noun.english().equals("parent"));
  }

  /** "the doctor", "this woman", "the children". */
  NounPhrase stranger() {
    return named(chance.of(strangers));
  }

  /** Somebody who is called by this noun. */
  NounPhrase named(Noun noun) {
    if (noun.english().equals("wife")) {
      return NounPhrase.of(
          Determiner.possessive(chance.of(PersonalPronoun.I, PersonalPronoun.HE)), noun, false);
    }
    if (noun.english().equals("husband")) {
      return NounPhrase.of(Determiner.possessive(PersonalPronoun.SHE), noun, false);
    }
    if (relatives.contains(noun)) {
      boolean plural =
          noun.english().equals("parent")
              || (SEVERAL.contains(noun.english()) && chance.percent(25));
      boolean ofSomebody = chance.percent(10);
      Determiner determiner =
          ofSomebody ? Determiner.genitive(name()) : Determiner.possessive(owner());
      NounPhrase relative =
          NounPhrase.of(chance.percent(95) ? determiner : ofFriend(), noun, plural);
      return noun.english().equals("friend") && chance.percent(25) ? relative.with(best) : relative;
    }
    Determiner determiner = chance.percent(70) ? Determiner.definite() : Determiner.demonstrative();
    return NounPhrase.of(determiner, noun, chance.percent(25));
  }

  /** "my" or "Tom's". */
  Determiner possessor() {
    return chance.percent(82)
        ? Determiner.possessive(owner())
        : Determiner.genitive(chance.percent(50) ? name() : ownerOfTheirs());
  }

  /** "my cousin's", of relatives. */
  private Determiner ofFriend() {
    Noun friend = chance.of(lexicon.nouns("friend neighbour cousin"));
    NounPhrase mine =
        NounPhrase.of(Determiner.possessive(PersonalPronoun.I), friend, chance.percent(20));
    return Determiner.genitive(
        friend.english().equals("friend") && chance.percent(50) ? mine.with(best) : mine);
  }

  /** "my best friend", "her parents", of whom something is. */
  private NounPhrase ownerOfTheirs() {
    List<Noun> close =
        lexicon.nouns(
            "brother sister mother father uncle aunt friend neighbour cousin parent grandmother"
                + " grandfather son daughter");
    Noun noun = chance.of(close);
    PersonalPronoun owner = chance.percent(60) ? PersonalPronoun.I : owner();
    NounPhrase relative =
        NounPhrase.of(Determiner.possessive(owner), noun, noun.english().equals("parent"));
    return noun.english().equals("friend") && chance.percent(50) ? relative.with(best) : relative;
  }

  /** Somebody as an object. */
  Nominal object() {
    int kind = chance.below(100);
    if (kind < 35) {
      return name();
    } else if (kind < 70) {
      return relative();
    }
    return kind < 90
        ? stranger()
        : NounPhrase.of(Determiner.indefinite(), chance.of(strangers), false);
  }

  /** A pronoun that can be the object where this is the subject: not "I see me". */
  PersonalPronoun objectPronoun(Nominal subject, boolean person) {
    if (!person) {
      return chance.percent(70) ? PersonalPronoun.IT : PersonalPronoun.THEY;
    }
    int form = subject.agreement().form();
    boolean speaker = form == Agreement.FIRST_SINGULAR || form == Agreement.FIRST_PLURAL;
    List<PersonalPronoun> fitting = new ArrayList<>();
    for (PersonalPronoun pronoun : PRONOUNS) {
      boolean ofSpeaker = pronoun == PersonalPronoun.I || pronoun == PersonalPronoun.WE;
      if (!(speaker && ofSpeaker) && pronoun != subject) {
        fitting.add(pronoun);
      }
    }
    return chance.of(fitting);
  }
}
