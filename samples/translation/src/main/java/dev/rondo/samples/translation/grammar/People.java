package dev.rondo.samples.translation.grammar;

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

  People(Chance chance, Lexicon lexicon) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.relatives = lexicon.nouns("family friend neighbour");
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
    Expression first = name();
    Expression second = name();
    return first.equals(second) ? first : Expression.and(first, second);
  }

  /** "my sister", "Tom's uncle". */
  NounPhrase relative() {
    return named(chance.of(relatives));
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
      boolean plural = SEVERAL.contains(noun.english()) && chance.percent(25);
      return NounPhrase.of(possessor(), noun, plural);
    }
    Determiner determiner = chance.percent(70) ? Determiner.definite() : Determiner.demonstrative();
    return NounPhrase.of(determiner, noun, chance.percent(25));
  }

  /** "my" or "Tom's". */
  Determiner possessor() {
    return chance.percent(82)
        ? Determiner.possessive(owner())
        : Determiner.genitive(chance.percent(70) ? name() : relativeOfMine());
  }

  private NounPhrase relativeOfMine() {
    List<Noun> close = lexicon.nouns("brother sister mother father uncle aunt friend neighbour");
    return NounPhrase.of(Determiner.possessive(PersonalPronoun.I), chance.of(close), false);
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
