package dev.rondo.samples.corpora.translation.grammar;

/** The English tenses. Each has one French tense, given in its description. */
enum Tense {
  /** "eats": présent. */
  PRESENT,
  /** "is eating": présent. */
  PROGRESSIVE,
  /** "ate", of what happened: passé composé. */
  PAST,
  /** "has eaten": passé composé. */
  PERFECT,
  /** "wanted", "was", of what lasted: imparfait. */
  IMPERFECT,
  /** "was eating": imparfait. */
  PAST_PROGRESSIVE,
  /** "is going to eat": aller and infinitive. */
  NEAR_FUTURE,
  /** "will eat": futur. */
  FUTURE,
  /** "would like": conditionnel. */
  CONDITIONAL
}
