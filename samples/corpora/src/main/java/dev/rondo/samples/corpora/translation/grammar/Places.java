package dev.rondo.samples.corpora.translation.grammar;

import java.util.Collection;
import java.util.List;

/** Draws places with their prepositions: "at the station", "in the kitchen", "in Japan". */
final class Places {

  private final Chance chance;
  private final Lexicon lexicon;
  private final People people;

  Places(Chance chance, Lexicon lexicon, People people) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.people = people;
  }

  /** Where something happens, at one of these nouns. */
  Phrase at(Collection<Noun> places) {
    return at(chance.of(List.copyOf(places)));
  }

  /** "at the station", "in the kitchen", "in the sea". */
  Phrase at(Noun place) {
    boolean building = place.kind().equals("building");
    return after(building ? "at" : "in", building ? "à" : "dans", Things.the(place));
  }

  /** "to the station". */
  Phrase to(Collection<Noun> places) {
    return after("to", "à", Things.the(chance.of(List.copyOf(places))));
  }

  /** A preposition and what it belongs to. */
  static Phrase after(String english, String french, Nominal noun) {
    return after(Phrase.of(english, french), noun);
  }

  static Phrase after(Phrase preposition, Nominal noun) {
    return preposition.then(
        new Phrase(noun.englishObject(Polarity.AFFIRMATIVE), noun.frenchAfterPreposition()));
  }

  /** A city or a country. */
  Lexicon.Place somewhere() {
    return chance.of(lexicon.places());
  }

  /** "here", "at home". */
  Phrase here() {
    return chance.of(lexicon.phrases("where"));
  }

  /** Where somebody lives. */
  Phrase home(Things things) {
    int kind = chance.below(100);
    if (kind < 50) {
      return somewhere().in();
    } else if (kind < 60) {
      return Phrase.of("here", "ici");
    } else if (kind < 75) {
      return after(
          Phrase.of("near", "près de"), Things.the(chance.of(lexicon.nouns("building park sea"))));
    }
    Noun noun = chance.of(lexicon.nouns("house flat village street"));
    boolean dwelling = !noun.english().equals("street") && chance.percent(50);
    return after(
        "in",
        "dans",
        dwelling
            ? things.adorned(NounPhrase.of(Determiner.indefinite(), noun, false), 80)
            : NounPhrase.of(Determiner.demonstrative(), noun, false));
  }

  /** Company: "with my sister", "with her". */
  Phrase with(Nominal subject) {
    Nominal other = chance.percent(40) ? people.objectPronoun(subject, true) : people.other();
    String english = chance.percent(80) ? "with" : "without";
    return after(english, english.equals("with") ? "avec" : "sans", other);
  }
}
