package dev.rondo.samples.corpora.translation.grammar;

/** The kind of clause as it matters to an object: "some bread", "any bread", "pas de pain". */
enum Polarity {
  AFFIRMATIVE,
  INTERROGATIVE,
  NEGATIVE
}
