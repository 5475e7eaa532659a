package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds a sentence from the features in a line of {@code agreement.tsv}. */
final class Checked {

  private final Lexicon lexicon;

  Checked(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Builds the sentence.
   *
   * @param line subject, verb, tense, mood, object and the two sentences expected
   */
  SentencePair build(List<String> line) {
    Nominal subject = nominal(line.get(0));
    Clause clause =
        Clause.of(subject, predicate(line.get(1), line.get(4)), Tense.valueOf(line.get(2)));
    Sentence sentence =
        switch (line.get(3)) {
          case "says" -> Sentence.statement(clause.statement());
          case "asks" -> Sentence.question(clause.question());
          default -> Sentence.statement(clause.negated(Negation.valueOf(line.get(3))).statement());
        };
    return new SentencePair(
        EnglishWriter.write(sentence.phrase().english(), sentence.mark(), false),
        FrenchWriter.write(sentence.phrase().french(), sentence.mark()),
        "checked");
  }

  private VerbPhrase predicate(String english, String object) {
    Verb verb = verb(english);
    if (object.equals("-")) {
      return VerbPhrase.of(verb);
    } else if (object.startsWith("adj:")) {
      return VerbPhrase.of(
          verb, Descriptions.adjective(adjective(object.substring(4)), Phrase.EMPTY));
    } else if (object.startsWith("to:")) {
      NounPhrase place = Things.the(noun(object.substring(3)));
      return VerbPhrase.of(verb, Complement.fixed(Places.after("to", "à", place)));
    }
    Nominal nominal = nominal(object);
    return nominal instanceof PersonalPronoun pronoun
        ? VerbPhrase.of(verb).withPronoun(pronoun, VerbPhrase.Role.DIRECT)
        : VerbPhrase.of(verb, Complement.object(nominal));
  }

  private Verb verb(String english) {
    List<String> words = List.of(english.split("_", 2));
    return lexicon.verbs().stream()
        .filter(found -> found.english().base().equals(words.get(0)))
        .filter(
            found ->
                words.size() == 1
                    || String.join(" ", found.english().particle()).equals(words.get(1)))
        .findFirst()
        .orElseThrow();
  }

  private Adjective adjective(String english) {
    return lexicon.adjectives().stream()
        .filter(found -> found.english().equals(english))
        .findFirst()
        .orElseThrow();
  }

  private Noun noun(String english) {
    return lexicon.nouns(english.replace(' ', '_')).get(0);
  }

  private Nominal nominal(String text) {
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() > 1) {
      return nounPhrase(parts);
    }
    String name = text.replace("_f", "_feminine").replace("them", "they");
    for (PersonalPronoun pronoun : PersonalPronoun.values()) {
      if (pronoun.name().equals(name.toUpperCase(Locale.ROOT))) {
        return pronoun;
      }
    }
    return lexicon.names().stream()
        .filter(found -> found.english().equals(List.of(text)))
        .findFirst()
        .orElseThrow();
  }

  private NounPhrase nounPhrase(List<String> parts) {
    boolean plural = parts.size() > 2 && parts.get(2).equals("pl");
    NounPhrase phrase = NounPhrase.of(determiner(parts.get(0)), noun(parts.get(1)), plural);
    Optional<Adjective> adjective =
        parts.size() > 3 ? Optional.of(adjective(parts.get(3))) : Optional.empty();
    return adjective.map(phrase::with).orElse(phrase);
  }

  private static Determiner determiner(String word) {
    return switch (word) {
      case "a" -> Determiner.indefinite();
      case "the" -> Determiner.definite();
      case "this" -> Determiner.demonstrative();
      case "some" -> Determiner.some();
      case "all" -> Determiner.generic();
      default -> {
        for (PersonalPronoun owner : PersonalPronoun.values()) {
          if (owner.englishPossessive().equals(word)) {
            yield Determiner.possessive(owner);
          }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no determiner");
      }
    };
  }
}
