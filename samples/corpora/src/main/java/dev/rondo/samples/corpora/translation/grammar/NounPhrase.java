package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Optional;

/**
 * A noun with its determiner and perhaps an adjective: "my new car", "ma nouvelle voiture".
 *
 * @param determiner what stands before it
 * @param noun the noun
 * @param plural whether it is in the plural
 * @param adjective an adjective that stands beside a noun
 * @param after what follows it, such as a relative clause
 */
record NounPhrase(
    Determiner determiner, Noun noun, boolean plural, Optional<Adjective> adjective, Phrase after)
    implements Nominal {

  static NounPhrase of(Determiner determiner, Noun noun, boolean plural) {
    return new NounPhrase(determiner, noun, plural, Optional.empty(), Phrase.EMPTY);
  }

  NounPhrase with(Adjective added) {
    return new NounPhrase(determiner, noun, plural, Optional.of(added), after);
  }

  NounPhrase followedBy(Phrase clause) {
    return new NounPhrase(determiner, noun, plural, adjective, clause);
  }

  @Override
  public Agreement agreement() {
    return Agreement.third(noun.gender(), plural);
  }

  @Override
  public List<String> english() {
    return englishObject(Polarity.AFFIRMATIVE);
  }

  @Override
  public List<FrenchWord> french() {
    return frenchObject(Polarity.AFFIRMATIVE);
  }

  @Override
  public List<String> englishObject(Polarity polarity) {
    return Phrase.concat(
        determiner.english(noun, plural, polarity),
        adjective.map(Adjective::english).map(List::of).orElse(List.of()),
        noun.english(plural),
        after.english());
  }

  @Override
  public List<FrenchWord> frenchObject(Polarity polarity) {
    boolean before = adjective.filter(Adjective::before).isPresent();
    List<FrenchWord> agreed =
        adjective.map(found -> List.of(found.french(agreement()))).orElse(List.of());
    return Phrase.concat(
        determiner.french(noun, plural, before, polarity),
        before ? agreed : List.of(),
        noun.french(plural),
        before ? List.of() : agreed,
        determiner.frenchAfter(),
        after.french());
  }
}
