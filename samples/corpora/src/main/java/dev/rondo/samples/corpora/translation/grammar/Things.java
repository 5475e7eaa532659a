package dev.rondo.samples.corpora.translation.grammar;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Draws things and animals: a noun of given classes, its determiner, perhaps an adjective. */
final class Things {

  private static final Set<String> FOOD = Set.of("food", "dish", "drink");
  private static final Set<String> PEOPLE = Set.of("person", "profession", "family");

  private final Chance chance;
  private final Lexicon lexicon;
  private final People people;
  private final Set<Noun> publicly;
  private final Set<Noun> single;

  Things(Chance chance, Lexicon lexicon, People people) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.people = people;
    this.publicly = Set.copyOf(lexicon.nouns("public"));
    this.single = Set.copyOf(lexicon.nouns("single"));
  }

  static boolean isPerson(Noun noun) {
    return PEOPLE.contains(noun.kind());
  }

  static boolean isFood(Noun noun) {
    return FOOD.contains(noun.kind());
  }

  /** An object of one of these nouns, which may be a person. */
  Nominal object(Collection<Noun> nouns, boolean repeated) {
    Noun noun = chance.of(List.copyOf(nouns));
    if (isPerson(noun)) {
      return chance.percent(40) ? people.name() : people.named(noun);
    }
    return object(noun, repeated);
  }

  /**
   * Returns a thing as an object.
   *
   * @param noun the thing
   * @param repeated whether the sentence is about a habit: nobody eats the same apple every day
   */
  NounPhrase object(Noun noun, boolean repeated) {
    if (noun.kind().equals("unique")) {
      return NounPhrase.of(Determiner.definite(), noun, false);
    }
    boolean plural = noun.hasPlural() && chance.percent(isFood(noun) ? 55 : 22);
    int kind = chance.below(100);
    if (kind < 8 && (plural || isFood(noun))) {
      return quantity(noun);
    }
    if (kind >= 45 && !isFood(noun)) {
      return adorned(known(noun), 22);
    }
    boolean fresh = repeated && isFood(noun);
    Determiner determiner =
        kind < 45 || fresh ? indefinite(noun, plural) : definiteOrOwned(kind < 72);
    return adorned(NounPhrase.of(determiner, noun, plural), 22);
  }

  private Determiner indefinite(Noun noun, boolean plural) {
    return (plural || noun.mass()) && chance.percent(45)
        ? Determiner.some()
        : Determiner.indefinite();
  }

  private Determiner definiteOrOwned(boolean definite) {
    if (definite) {
      return Determiner.definite();
    }
    return chance.percent(60) ? people.possessor() : Determiner.demonstrative();
  }

  /** A thing that is known: "the", "my", "this"; nobody owns a lake or two kitchens. */
  NounPhrase known(Noun noun) {
    if (publicly.contains(noun)) {
      return NounPhrase.of(
          chance.percent(60) ? Determiner.definite() : Determiner.demonstrative(),
          noun,
          noun.hasPlural() && chance.percent(12));
    }
    if (noun.kind().equals("language")) {
      return NounPhrase.of(Determiner.generic(), noun, false);
    }
    boolean plural = noun.hasPlural() && !single.contains(noun) && chance.percent(22);
    return NounPhrase.of(definiteOrOwned(chance.percent(45)), noun, plural);
  }

  /** "the station", without more. */
  static NounPhrase the(Noun noun) {
    return NounPhrase.of(Determiner.definite(), noun, false);
  }

  /** Adds an adjective in so many of a hundred cases. */
  NounPhrase adorned(NounPhrase phrase, int percent) {
    List<Adjective> fitting =
        lexicon.adjectives().stream()
            .filter(adjective -> adjective.position() != Adjective.Position.ONLY)
            .filter(adjective -> adjective.nouns().contains(phrase.noun()))
            .toList();
    return fitting.isEmpty() || !chance.percent(percent) ? phrase : phrase.with(chance.of(fitting));
  }

  /** "three books", "a glass of water". */
  NounPhrase quantity(Noun noun) {
    if (noun.mass()) {
      return NounPhrase.of(Determiner.fixed(measure(noun)), noun, false);
    }
    String section = isFood(noun) ? "kilos" : "many";
    Phrase number = chance.percent(60) ? number() : chance.of(lexicon.phrases(section));
    return NounPhrase.of(Determiner.fixed(number), noun, true);
  }

  /** A number up to twelve. */
  Phrase number() {
    return lexicon.numbers().get(chance.below(11));
  }

  private Phrase measure(Noun noun) {
    String section =
        switch (noun.english()) {
          case "coffee", "tea" -> "cups";
          case "soup", "salad", "salt", "honey", "jam" -> "mass";
          case "bread", "cheese", "meat", "fish", "chicken", "chocolate", "ham" -> "pieces";
          default -> noun.kind().equals("drink") ? "glasses" : "mass";
        };
    return chance.of(lexicon.phrases(section));
  }
}
