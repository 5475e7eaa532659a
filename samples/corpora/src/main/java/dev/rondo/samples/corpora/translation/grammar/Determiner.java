package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** What stands before a noun, and in French sometimes after it: "my brother's", "de mon frère". */
interface Determiner {

  /** Returns the English words before the adjectives. */
  List<String> english(Noun noun, boolean plural, Polarity polarity);

  /**
   * Returns the French words before the adjectives.
   *
   * @param noun the noun
   * @param plural whether it is in the plural
   * @param adjectiveBefore whether an adjective comes between: "de bons livres"
   * @param polarity whether the phrase is the object of a negated verb: "pas de livres"
   */
  List<FrenchWord> french(Noun noun, boolean plural, boolean adjectiveBefore, Polarity polarity);

  /** Returns the French words after the noun. */
  default List<FrenchWord> frenchAfter() {
    return List.of();
  }

  /** "the": le, la, les. */
  static Determiner definite() {
    return new Simple(Kind.DEFINITE);
  }

  /** "a", and nothing before plurals and what is measured: un, une, des, du, de la. */
  static Determiner indefinite() {
    return new Simple(Kind.INDEFINITE);
  }

  /** "some", "any" after a negation and where asked for. */
  static Determiner some() {
    return new Simple(Kind.SOME);
  }

  /** "some" also in questions that offer: "would you like some tea?". */
  static Determiner offered() {
    return new Simple(Kind.OFFERED);
  }

  /** Nothing in English, the definite article in French: "I like coffee". */
  static Determiner generic() {
    return new Simple(Kind.GENERIC);
  }

  /** "no" after "there is": "il n'y a pas de lait". */
  static Determiner no() {
    return new Simple(Kind.NO);
  }

  /** "this" and "these". */
  static Determiner demonstrative() {
    return new Simple(Kind.DEMONSTRATIVE);
  }

  /** "my", "his". */
  static Determiner possessive(PersonalPronoun owner) {
    return new Possessive(owner);
  }

  /** "my brother's", "de mon frère". */
  static Determiner genitive(Nominal owner) {
    return new Genitive(owner);
  }

  /** A number, or a quantity with "de": the same words always. */
  static Determiner fixed(Phrase words) {
    return new Fixed(words);
  }

  /** The kinds of articles. */
  enum Kind {
    DEFINITE,
    INDEFINITE,
    SOME,
    OFFERED,
    GENERIC,
    NO,
    DEMONSTRATIVE
  }

  /** An article or a demonstrative. */
  record Simple(Kind kind) implements Determiner {

    @Override
    public List<String> english(Noun noun, boolean plural, Polarity polarity) {
      return switch (kind) {
        case DEFINITE -> List.of("the");
        case INDEFINITE -> plural || noun.mass() ? List.of() : List.of("a");
        case SOME -> List.of(polarity == Polarity.AFFIRMATIVE ? "some" : "any");
        case OFFERED -> List.of(polarity == Polarity.NEGATIVE ? "any" : "some");
        case GENERIC -> List.of();
        case NO -> List.of("no");
        case DEMONSTRATIVE -> List.of(plural ? "these" : "this");
      };
    }

    @Override
    public List<FrenchWord> french(
        Noun noun, boolean plural, boolean adjectiveBefore, Polarity polarity) {
      return switch (kind) {
        case DEFINITE, GENERIC -> List.of(FrenchWord.article(noun.gender(), plural));
        case INDEFINITE, SOME, OFFERED ->
            polarity == Polarity.NEGATIVE
                ? FrenchWord.words("de")
                : indefinite(noun, plural, adjectiveBefore);
        case NO -> FrenchWord.words("de");
        case DEMONSTRATIVE -> List.of(demonstrative(noun.gender(), plural));
      };
    }

    private static List<FrenchWord> indefinite(Noun noun, boolean plural, boolean adjectiveBefore) {
      if (plural) {
        return FrenchWord.words(adjectiveBefore ? "de" : "des");
      }
      if (noun.mass()) {
        return List.of(FrenchWord.word("de"), FrenchWord.article(noun.gender(), false));
      }
      return FrenchWord.words(noun.gender() == Gender.FEMININE ? "une" : "un");
    }

    private static FrenchWord demonstrative(Gender gender, boolean plural) {
      if (plural) {
        return FrenchWord.word("ces");
      }
      return gender == Gender.FEMININE
          ? FrenchWord.word("cette")
          : FrenchWord.alternating("ce", "cet");
    }
  }

  /** A possessive. */
  record Possessive(PersonalPronoun owner) implements Determiner {

    @Override
    public List<String> english(Noun noun, boolean plural, Polarity polarity) {
      return List.of(owner.englishPossessive());
    }

    @Override
    public List<FrenchWord> french(
        Noun noun, boolean plural, boolean adjectiveBefore, Polarity polarity) {
      return List.of(owner.possessive(noun.gender(), plural));
    }
  }

  /** An owner in the genitive. */
  record Genitive(Nominal owner) implements Determiner {

    @Override
    public List<String> english(Noun noun, boolean plural, Polarity polarity) {
      List<String> words = owner.english();
      String last = words.get(words.size() - 1);
      boolean ownersInS = owner.agreement().plural() && last.endsWith("s");
      return Phrase.concat(
          words.subList(0, words.size() - 1), List.of(last + (ownersInS ? "'" : "'s")));
    }

    @Override
    public List<FrenchWord> french(
        Noun noun, boolean plural, boolean adjectiveBefore, Polarity polarity) {
      return List.of(FrenchWord.article(noun.gender(), plural));
    }

    @Override
    public List<FrenchWord> frenchAfter() {
      return Phrase.concat(FrenchWord.words("de"), owner.frenchAfterPreposition());
    }
  }

  /** Words that never change. */
  record Fixed(Phrase words) implements Determiner {

    @Override
    public List<String> english(Noun noun, boolean plural, Polarity polarity) {
      return words.english();
    }

    @Override
    public List<FrenchWord> french(
        Noun noun, boolean plural, boolean adjectiveBefore, Polarity polarity) {
      return words.french();
    }
  }
}
