package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** Sentences that compare: "taller than", "as old as", "the best". */
final class Comparisons {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;
  private final Descriptions descriptions;
  private final List<Adjective> gradable;
  private final List<Adjective> ofPeople;

  Comparisons(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
    this.descriptions = speaker.descriptions();
    this.gradable = lexicon.adjectives().stream().filter(Adjective::gradable).toList();
    List<Noun> everybody = lexicon.nouns("people");
    this.ofPeople =
        gradable.stream().filter(found -> found.nouns().containsAll(everybody)).toList();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("comparison", 6, this::comparison),
        new Construction("superlative", 5, this::superlative));
  }

  private Sentence comparison() {
    Adjective adjective = chance.percent(15) ? betterOrWorse() : chance.of(gradable);
    Noun noun = chance.of(List.copyOf(adjective.nouns()));
    Clause clause =
        Things.isPerson(noun)
            ? person(speaker.people().subject(), adjective)
            : thing(adjective, noun);
    boolean mine = clause.subject().agreement().form() == Agreement.FIRST_SINGULAR;
    int kind = chance.below(100);
    if (kind < 18) {
      return Sentence.statement(clause.negated(Negation.NOT).statement());
    }
    return kind < 32 && !mine
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  private Adjective betterOrWorse() {
    return chance.of(
        lexicon.adjectives().stream()
            .filter(found -> found.english().equals("good") || found.english().equals("bad"))
            .toList());
  }

  /** "The man who lives here is taller than my father." */
  Clause person(Nominal subject) {
    return person(subject, chance.of(ofPeople));
  }

  private Clause person(Nominal subject, Adjective adjective) {
    Nominal other;
    do {
      other =
          chance.percent(30)
              ? speaker.people().objectPronoun(subject, true)
              : speaker.people().other();
    } while (other.french().equals(subject.french()));
    return compare(subject, adjective, other);
  }

  private Clause thing(Adjective adjective, Noun noun) {
    if (noun.kind().equals("language")) {
      NounPhrase language = speaker.things().known(noun);
      Noun other = chance.of(lexicon.nouns("language"));
      return other.equals(noun)
          ? thing(adjective, noun)
          : compare(language, adjective, speaker.things().known(other));
    }
    boolean plural = noun.hasPlural() && chance.percent(20);
    Determiner shown =
        chance.percent(50) ? Determiner.demonstrative() : speaker.people().possessor();
    return thing(NounPhrase.of(shown, noun, plural), adjective);
  }

  /** "The car that I bought is more expensive than this car." */
  Clause thing(NounPhrase first, Adjective adjective) {
    NounPhrase second;
    do {
      Determiner owned =
          chance.percent(80) ? speaker.people().possessor() : Determiner.demonstrative();
      second = NounPhrase.of(owned, first.noun(), first.plural());
    } while (first.french().equals(second.french()));
    return compare(first, adjective, second);
  }

  private Clause compare(Nominal first, Adjective adjective, Nominal second) {
    Phrase than =
        new Phrase(second.englishObject(Polarity.AFFIRMATIVE), second.frenchAfterPreposition());
    Complement compared =
        chance.percent(30)
            ? Complement.agreeing(
                Phrase.english("as " + adjective.english()),
                FrenchWord.words("aussi"),
                adjective.standingAlone(),
                Phrase.of("as", "que").then(than))
            : more(adjective, Phrase.of("than", "que").then(than));
    return Clause.of(first, VerbPhrase.of(descriptions.be(), compared), Tense.PRESENT);
  }

  /** "more expensive than", "meilleur que". */
  private static Complement more(Adjective adjective, Phrase than) {
    return new Complement() {
      @Override
      public List<String> english(Polarity polarity) {
        return Phrase.concat(adjective.englishComparative(), than.english());
      }

      @Override
      public List<FrenchWord> french(Agreement subject, Polarity polarity) {
        return Phrase.concat(adjective.frenchComparative(subject), than.french());
      }
    };
  }

  /** "This is the biggest house in the city", "Anna is the best singer in the village". */
  private Sentence superlative() {
    Adjective adjective =
        chance.percent(20)
            ? betterOrWorse()
            : chance.of(
                lexicon.adjectives().stream()
                    .filter(Adjective::gradable)
                    .filter(found -> found.position() != Adjective.Position.ONLY)
                    .toList());
    Noun noun = chance.of(List.copyOf(adjective.nouns()));
    if (noun.mass() || noun.kind().equals("family")) {
      return superlative();
    }
    boolean named = Things.isPerson(noun) && chance.percent(60);
    boolean plural = !named && chance.percent(15);
    Phrase most = most(adjective, noun, plural);
    Phrase of = chance.percent(45) ? domain(noun) : Phrase.EMPTY;
    Complement what = Complement.fixed(most.then(of));
    String shown =
        plural
            ? chance.of("these", "they")
            : Things.isPerson(noun) ? "this" : chance.of("this", "it", "that");
    Nominal subject = named ? sameSex(noun) : Expression.demonstrative(shown, plural);
    Clause clause = Clause.of(subject, VerbPhrase.of(descriptions.be(), what), Tense.PRESENT);
    return chance.percent(15)
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  /** "Le plus grand garçon" is a Tom, no Anna. */
  private Nominal sameSex(Noun noun) {
    return chance.of(
        lexicon.names().stream()
            .filter(name -> name.agreement().gender() == noun.gender())
            .toList());
  }

  /** The adjective stands before or after the noun as it does without "most". */
  private static Phrase most(Adjective adjective, Noun noun, boolean plural) {
    FrenchWord article = FrenchWord.article(noun.gender(), plural);
    List<FrenchWord> most =
        Phrase.concat(
            List.of(article), adjective.frenchComparative(Agreement.third(noun.gender(), plural)));
    List<FrenchWord> french =
        adjective.before()
            ? Phrase.concat(most, noun.french(plural))
            : Phrase.concat(List.of(article), noun.french(plural), most);
    return new Phrase(
        Phrase.concat(List.of("the"), adjective.englishSuperlative(), noun.english(plural)),
        french);
  }

  private Phrase domain(Noun noun) {
    return switch (noun.kind()) {
      case "building", "room", "nature" ->
          noun.english().equals("city")
              ? country()
              : noun.kind().equals("building") && chance.percent(60)
                  ? Phrase.of("in the city", "de la ville")
                  : country();
      case "person", "profession" ->
          chance.of(
              Phrase.of("in the village", "du village"), Phrase.of("in the city", "de la ville"));
      case "animal" -> Phrase.of("in the zoo", "du zoo");
      case "clothes", "device", "vehicle", "furniture" -> Phrase.of("in the shop", "du magasin");
      default -> Phrase.EMPTY;
    };
  }

  /** "in Greece", "de Grèce". */
  private Phrase country() {
    Lexicon.Place country =
        chance.of(lexicon.places().stream().filter(Lexicon.Place::country).toList());
    return new Phrase(country.in().english(), country.from().french());
  }
}
