package dev.rondo.samples.translation.grammar;

/** The kind of clause as it matters to an object: "some bread", "any bread", "pas de pain". */
enum Polarity {
  AFFIRMATIVE,
  INTERROGATIVE,
  NEGATIVE
}
