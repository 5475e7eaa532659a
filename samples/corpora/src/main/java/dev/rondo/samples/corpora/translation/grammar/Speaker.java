package dev.rondo.samples.corpora.translation.grammar;

import java.util.random.RandomGenerator;

/**
 * What all constructions draw from.
 *
 * @param chance the dice
 * @param lexicon the words
 * @param people draws people
 * @param things draws things
 * @param places draws places
 * @param actions draws verbs and what they take
 * @param clauses draws what people do
 * @param descriptions draws what somebody or something is
 */
record Speaker(
    Chance chance,
    Lexicon lexicon,
    People people,
    Things things,
    Places places,
    Actions actions,
    Clauses clauses,
    Descriptions descriptions) {

  static Speaker of(Lexicon lexicon, RandomGenerator random) {
    Chance chance = new Chance(random);
    People people = new People(chance, lexicon);
    Things things = new Things(chance, lexicon, people);
    Places places = new Places(chance, lexicon, people);
    Actions actions = new Actions(chance, lexicon, people, things, places);
    Clauses clauses = new Clauses(chance, lexicon, people, actions);
    Descriptions descriptions = new Descriptions(chance, lexicon, people, things);
    return new Speaker(chance, lexicon, people, things, places, actions, clauses, descriptions);
  }
}
