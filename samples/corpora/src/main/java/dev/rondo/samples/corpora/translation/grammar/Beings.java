package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;

/** Sentences that say what or where something is. */
final class Beings {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;
  private final Descriptions descriptions;

  Beings(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
    this.descriptions = speaker.descriptions();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("description", 10, this::description),
        new Construction("possessive", 4, this::possessive),
        new Construction("demonstrative", 4, this::demonstrative),
        new Construction("profession", 4, this::profession),
        new Construction("this is", 4, this::thisIs),
        new Construction(
            "state", 5, () -> sometimes(descriptions.state(speaker.people().subject(), tense()))),
        new Construction("age", 3, this::age),
        new Construction("location", 6, this::location),
        new Construction("there is", 5, this::thereIs),
        new Construction("hurting", 2, this::hurting));
  }

  private Tense tense() {
    int kind = chance.below(100);
    if (kind >= 90) {
      return chance.percent(65) ? Tense.FUTURE : Tense.NEAR_FUTURE;
    }
    return kind < 70 ? Tense.PRESENT : Tense.IMPERFECT;
  }

  /** States, denies or asks. */
  private Sentence sometimes(Clause clause) {
    int kind = chance.below(100);
    // "Not quite" is not "pas assez".
    List<String> words = clause.statement().english();
    if (kind < 20 && !words.contains("quite")) {
      Negation negation =
          chance.of(Negation.NOT, Negation.NOT, Negation.NOT, Negation.NO_LONGER, Negation.ANYMORE);
      return Sentence.statement(
          clause.negated(clause.tense() == Tense.PRESENT ? negation : Negation.NOT).statement());
    }
    boolean mine = clause.subject().agreement().form() == Agreement.FIRST_SINGULAR;
    if (kind >= 80 && clause.tense() == Tense.PRESENT && descriptions.varies(clause)) {
      return Sentence.statement(speaker.clauses().adverb(clause).statement());
    }
    return kind < 35 && !mine
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  private Sentence description() {
    if (chance.percent(10)) {
      return Sentence.statement(
          descriptions.ofPerson(speaker.people().women(), tense()).statement());
    } else if (chance.percent(5)) {
      Clause ill = descriptions.busyOrIll(speaker.people().subject());
      return sometimes(Clause.of(ill.subject(), ill.predicate(), Tense.PERFECT));
    }
    Clause clause = descriptions.draw(tense());
    return chance.percent(25) ? sometimes(descriptions.today(clause)) : sometimes(clause);
  }

  private Sentence profession() {
    Nominal subject = chance.percent(15) ? speaker.people().women() : speaker.people().subject();
    boolean working =
        !(subject instanceof NounPhrase who)
            || !(lexicon.nouns("young_people").contains(who.noun())
                || who.noun().kind().equals("profession"));
    return working ? sometimes(descriptions.profession(subject, tense())) : profession();
  }

  /** "My house is old." */
  private Sentence possessive() {
    Noun noun =
        chance.of(
            lexicon.nouns("object clothes vehicle device animal_pet house garden office text"));
    NounPhrase owned =
        NounPhrase.of(speaker.people().possessor(), noun, noun.hasPlural() && chance.percent(25));
    return sometimes(descriptions.of(owned, tense()));
  }

  /** "These apples are sweet." */
  private Sentence demonstrative() {
    Noun noun =
        chance.of(
            lexicon.nouns("object clothes vehicle device animal food room building film song"));
    NounPhrase shown =
        NounPhrase.of(Determiner.demonstrative(), noun, noun.hasPlural() && chance.percent(35));
    return sometimes(descriptions.of(shown, Tense.PRESENT));
  }

  /** "This is my brother's bike." */
  private Sentence thisIs() {
    Noun noun =
        chance.of(
            lexicon.nouns(
                "object clothes vehicle device animal house flat office print text instrument film"
                    + " idea_good family"));
    boolean plural = noun.hasPlural() && !noun.kind().equals("family") && chance.percent(25);
    NounPhrase thing =
        noun.kind().equals("family")
            ? speaker.people().named(noun)
            : NounPhrase.of(
                chance.percent(65) ? speaker.people().possessor() : Determiner.indefinite(),
                noun,
                plural);
    NounPhrase said =
        !Things.isPerson(noun) && chance.percent(30) ? speaker.things().adorned(thing, 100) : thing;
    String shown = said.plural() ? "these" : chance.of("this", "this", "that", "it");
    Complement what = Complement.fixed(new Phrase(said.english(), said.french()));
    return sometimes(
        Clause.of(
            Expression.demonstrative(shown, said.plural()),
            VerbPhrase.of(descriptions.be(), what),
            chance.percent(85) || !shown.equals("it") ? Tense.PRESENT : Tense.IMPERFECT));
  }

  private Sentence age() {
    if (chance.percent(25)) {
      Nominal who = chance.percent(50) ? speaker.people().relative() : speaker.people().name();
      String is = who.agreement().plural() ? "are" : "is";
      String has = who.agreement().plural() ? "ont" : "a";
      Phrase question =
          new Phrase(
              Phrase.concat(List.of("how", "old", is), who.english()),
              Phrase.concat(FrenchWord.words("quel âge " + has), who.french()));
      return Sentence.question(question);
    }
    return Sentence.statement(descriptions.age(speaker.people().subject()).statement());
  }

  private Sentence location() {
    int kind = chance.below(100);
    if (kind < 45) {
      Noun noun = chance.of(lexicon.nouns("small_thing pet"));
      NounPhrase thing = speaker.things().known(noun);
      return sometimes(descriptions.location(thing, indoors(noun), tense()));
    } else if (kind < 75) {
      Phrase place =
          chance.percent(25)
              ? speaker.places().somewhere().in()
              : speaker.places().at(lexicon.nouns("building room"));
      Clause clause = descriptions.location(speaker.people().subject(), place, tense());
      return sometimes(chance.percent(30) ? descriptions.today(clause) : clause);
    }
    return sometimes(outdoors());
  }

  private Clause outdoors() {
    Noun building = chance.of(lexicon.nouns("town"));
    return descriptions.location(Things.the(building), opposite(building), Tense.PRESENT);
  }

  private Phrase opposite(Noun building) {
    Noun other;
    do {
      other = chance.of(lexicon.nouns("town"));
    } while (other.equals(building));
    return Places.after(chance.of(lexicon.phrases("opposite")), Things.the(other));
  }

  /** "on the table", "in my bag", "in the kitchen". */
  private Phrase indoors(Noun what) {
    int kind = chance.below(100);
    if (kind < 55) {
      Noun support = chance.of(lexicon.nouns("support"));
      return Places.after(chance.of(lexicon.phrases("beside")), Things.the(support));
    } else if (kind < 80 || lexicon.nouns("container").contains(what)) {
      return speaker.places().at(lexicon.nouns("inside"));
    }
    NounPhrase container =
        NounPhrase.of(
            chance.percent(50) ? Determiner.definite() : speaker.people().possessor(),
            chance.of(lexicon.nouns("container")),
            false);
    return Places.after("in", "dans", container);
  }

  /** "There is a cat under the bed", "there are no students in the classroom". */
  private Sentence thereIs() {
    int kind = chance.below(100);
    Noun noun;
    Phrase place;
    if (kind < 40) {
      noun = chance.of(lexicon.nouns("small_thing pet furnishing"));
      place =
          noun.kind().equals("furniture")
              ? speaker.places().at(lexicon.nouns("inside"))
              : indoors(noun);
    } else if (kind < 60) {
      noun = chance.of(lexicon.nouns("edible drink"));
      place = speaker.places().at(lexicon.nouns("kitchen fridge"));
    } else if (kind < 80) {
      noun = chance.of(lexicon.nouns("town"));
      place = opposite(noun);
    } else {
      noun = chance.of(lexicon.nouns("crowd"));
      place = speaker.places().at(lexicon.nouns("inside building"));
    }
    return thereIs(noun, place);
  }

  private Sentence thereIs(Noun noun, Phrase place) {
    boolean plural = noun.hasPlural() && chance.percent(40);
    boolean none = chance.percent(20);
    Determiner determiner =
        none
            ? Determiner.no()
            : plural && chance.percent(50)
                ? Determiner.fixed(
                    chance.percent(60)
                        ? speaker.things().number()
                        : chance.of(lexicon.phrases("many")))
                : plural || noun.mass() ? Determiner.some() : Determiner.indefinite();
    NounPhrase what = NounPhrase.of(determiner, noun, plural);
    Negation negation = none ? Negation.NOT : Negation.NONE;
    VerbPhrase phrase =
        VerbPhrase.of(
                descriptions.beAs("have", Kind.OBJ),
                Complement.object(what).and(Complement.fixed(place)))
            .withThere();
    Clause clause = Clause.of(Expression.there(plural), phrase, tense());
    if (none) {
      return Sentence.statement(withoutNot(clause.negated(negation)));
    }
    return chance.percent(25)
        ? Sentence.question(clause.question())
        : Sentence.statement(clause.statement());
  }

  /** English says "there is no milk", without "not". */
  private static Phrase withoutNot(Clause negated) {
    return new Phrase(
        negated.negated(Negation.NONE).statement().english(), negated.statement().french());
  }

  /** "My feet hurt" is "j'ai mal aux pieds": two clauses of one sense. */
  private Sentence hurting() {
    Noun noun = chance.of(lexicon.nouns("body"));
    boolean plural =
        List.of("foot", "eye", "tooth", "hand", "leg", "ear", "arm", "knee")
                .contains(noun.english())
            && chance.percent(60);
    PersonalPronoun owner = speaker.people().owner();
    boolean theirs = owner.agreement().plural();
    if (theirs) {
      return hurting();
    }
    NounPhrase part = NounPhrase.of(Determiner.possessive(owner), noun, plural);
    Verb hurt = lexicon.verb("hurt", Kind.COPULA);
    Verb have = lexicon.verb("have", Kind.OBJ);
    // "My feet hurt" would be both tenses.
    Tense tense = plural || chance.percent(75) ? Tense.PRESENT : Tense.IMPERFECT;
    NounPhrase definite = NounPhrase.of(Determiner.definite(), noun, plural);
    Phrase where =
        new Phrase(List.of(), Phrase.concat(FrenchWord.words("mal à"), definite.french()));
    Clause english = Clause.of(part, VerbPhrase.of(hurt), tense);
    Clause french = Clause.of(owner, VerbPhrase.of(have, Complement.fixed(where)), tense);
    return chance.percent(25)
        ? Sentence.question(new Phrase(english.question().english(), french.question().french()))
        : Sentence.statement(
            new Phrase(english.statement().english(), french.statement().french()));
  }
}
