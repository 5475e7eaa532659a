package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Set;

/**
 * A verb with its translation.
 *
 * @param english its English forms
 * @param french its French forms
 * @param aspect what its past means
 * @param frames what it takes
 */
record Verb(EnglishVerb english, FrenchVerb french, Aspect aspect, List<Frame> frames) {

  /** Decides which tenses a verb is used in. */
  enum Aspect {
    /** Has a progressive form. */
    ACTION,
    /** An action that people repeat: "every day". */
    HABIT,
    /** Happens at once: has no progressive form. */
    EVENT,
    /** Happens without anybody wanting it. */
    CHANCE,
    /** Lasts: its past is an imparfait. */
    STATE
  }

  /** What can follow a verb. */
  enum Kind {
    NONE,
    OBJ,
    GENERIC,
    TO,
    GIVE,
    AT,
    OF,
    GOAL,
    LIVE,
    STAY,
    ARRIVE,
    COUNTRY,
    LANGUAGE,
    STUDY,
    MODAL,
    REFLEXIVE,
    THAT,
    WANT_TO,
    COPULA,
    WHAT,
    WEATHER
  }

  /**
   * One way to use a verb.
   *
   * @param kind what it takes
   * @param nouns which nouns fit; empty where it takes none
   */
  record Frame(Kind kind, Set<Noun> nouns) {}

  /** The same English verb with another French one, for "be hungry" and "avoir faim". */
  Verb translatedBy(Verb other) {
    return new Verb(english, other.french, aspect, frames);
  }

  /** Whether it has a progressive form. */
  boolean progressive() {
    return aspect == Aspect.ACTION || aspect == Aspect.HABIT;
  }

  /** Whether somebody can want or have to do it. */
  boolean wanted() {
    return progressive() || aspect == Aspect.EVENT;
  }

  /** The tense in which the English simple past is translated. */
  Tense past() {
    return aspect == Aspect.STATE ? Tense.IMPERFECT : Tense.PAST;
  }
}
