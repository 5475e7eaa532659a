package dev.rondo.samples.translation.grammar;

import dev.rondo.samples.translation.grammar.Verb.Aspect;
import dev.rondo.samples.translation.grammar.Verb.Frame;
import dev.rondo.samples.translation.grammar.Verb.Kind;
import dev.rondo.samples.translation.grammar.VerbPhrase.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Draws what people do: a verb, and what it takes. */
final class Actions {

  private static final Set<Kind> NO_ACTIONS =
      EnumSet.of(Kind.MODAL, Kind.WANT_TO, Kind.THAT, Kind.COPULA, Kind.WHAT, Kind.WEATHER);

  /** One way to use one verb. */
  record Use(Verb verb, Frame frame) {}

  private final Chance chance;
  private final Lexicon lexicon;
  private final People people;
  private final Things things;
  private final Places places;
  private final List<Use> uses = new ArrayList<>();

  Actions(Chance chance, Lexicon lexicon, People people, Things things, Places places) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.people = people;
    this.things = things;
    this.places = places;
    for (Verb verb : lexicon.verbs()) {
      for (Frame frame : verb.frames()) {
        if (!NO_ACTIONS.contains(frame.kind())) {
          uses.add(new Use(verb, frame));
        }
      }
    }
  }

  /** One of the uses of verbs that fulfil a condition. */
  Use use(Predicate<Use> condition) {
    return chance.of(uses.stream().filter(condition).toList());
  }

  /** What somebody does, with a verb that fulfils a condition. */
  VerbPhrase draw(Nominal subject, Predicate<Verb> condition) {
    return phrase(use(use -> condition.test(use.verb())), subject);
  }

  /** A use of a verb with what it takes. */
  VerbPhrase phrase(Use use, Nominal subject) {
    Verb verb = use.verb();
    boolean repeated = verb.aspect() == Aspect.HABIT;
    VerbPhrase bare = VerbPhrase.of(verb);
    return switch (use.frame().kind()) {
      case OBJ -> withObject(use, subject, repeated);
      case GENERIC -> VerbPhrase.of(verb, Complement.object(liked(use.frame())));
      case TO -> to(use, subject);
      case GIVE -> give(use, subject);
      case AT -> VerbPhrase.of(verb, Complement.fixed(played("", "à", use.frame())));
      case OF -> VerbPhrase.of(verb, Complement.fixed(played("the", "de", use.frame())));
      case GOAL ->
          at(verb, chance.percent(75) ? places.to(lexicon.nouns("goal")) : places.somewhere().to());
      case LIVE -> at(verb, places.home(things));
      case STAY ->
          at(
              verb,
              chance.percent(50)
                  ? places.here()
                  : chance.percent(50)
                      ? places.at(lexicon.nouns("hotel hospital school"))
                      : places.somewhere().in());
      case ARRIVE ->
          at(
              verb,
              chance.percent(45)
                  ? places.at(lexicon.nouns("arrival"))
                  : chance.percent(40) ? places.somewhere().in() : Phrase.EMPTY);
      case COUNTRY -> at(verb, places.somewhere().object());
      case LANGUAGE -> at(verb, language(false));
      case STUDY -> at(verb, language(true));
      case NONE -> chance.percent(55) ? at(verb, circumstance(use)) : bare;
      case REFLEXIVE -> bare;
      case MODAL, WANT_TO, THAT, COPULA, WHAT, WEATHER ->
          throw new IllegalArgumentException(use.frame().kind() + " is no action");
    };
  }

  private static VerbPhrase at(Verb verb, Phrase where) {
    return VerbPhrase.of(verb, Complement.fixed(where));
  }

  private VerbPhrase withObject(Use use, Nominal subject, boolean repeated) {
    boolean person = use.frame().nouns().stream().anyMatch(Things::isPerson);
    boolean thing = use.frame().nouns().stream().noneMatch(Things::isPerson);
    if (chance.percent(person ? 25 : 8)) {
      return VerbPhrase.of(use.verb())
          .withPronoun(people.objectPronoun(subject, !thing), Role.DIRECT);
    }
    Nominal object = things.object(use.frame().nouns(), repeated);
    Complement complement = Complement.object(object);
    if (use.verb().english().base().equals("buy") && chance.percent(20)) {
      Phrase receiver = Places.after("for", "pour", people.object());
      complement = complement.and(Complement.fixed(receiver));
    }
    return VerbPhrase.of(use.verb(), complement);
  }

  /** "coffee", "dogs", "the sea", "this film". */
  private NounPhrase liked(Frame frame) {
    Noun noun = chance.of(List.copyOf(frame.nouns()));
    boolean general =
        Things.isFood(noun) || Set.of("animal", "art", "event", "print").contains(noun.kind());
    if (general && chance.percent(70)) {
      NounPhrase all = NounPhrase.of(Determiner.generic(), noun, noun.hasPlural());
      return things.adorned(all, 15);
    }
    return noun.kind().equals("nature") && noun.english().equals("sea")
        ? Things.the(noun)
        : things.known(noun);
  }

  private Phrase played(String article, String preposition, Frame frame) {
    Noun noun = chance.of(List.copyOf(frame.nouns()));
    boolean plural = !noun.hasSingular();
    NounPhrase phrase = NounPhrase.of(Determiner.definite(), noun, plural);
    return new Phrase(
        Phrase.concat(Phrase.english(article), noun.english(plural)),
        Phrase.concat(FrenchWord.words(preposition), phrase.french()));
  }

  private Phrase language(boolean article) {
    Noun noun = chance.of(lexicon.nouns("language"));
    NounPhrase phrase = Things.the(noun);
    return new Phrase(noun.english(false), article ? phrase.french() : noun.french(false));
  }

  /** "talk to my sister", "think about it". */
  private VerbPhrase to(Use use, Nominal subject) {
    boolean person = use.frame().nouns().stream().anyMatch(Things::isPerson);
    boolean thinking = use.verb().french().infinitive().equals("penser");
    if (person && !thinking && chance.percent(35)) {
      return VerbPhrase.of(use.verb())
          .withPronoun(people.objectPronoun(subject, true), Role.INDIRECT);
    }
    Noun noun = chance.of(List.copyOf(use.frame().nouns()));
    Nominal object =
        Things.isPerson(noun)
            ? chance.percent(20) && thinking ? people.objectPronoun(subject, true) : people.object()
            : things.known(noun);
    List<FrenchWord> french = Phrase.concat(FrenchWord.words("à"), object.frenchAfterPreposition());
    return VerbPhrase.of(
        use.verb(),
        Complement.fixed(new Phrase(object.englishObject(Polarity.AFFIRMATIVE), french)));
  }

  private VerbPhrase give(Use use, Nominal subject) {
    Noun noun = chance.of(List.copyOf(use.frame().nouns()));
    NounPhrase object = things.object(noun, false);
    boolean explaining = use.verb().english().base().equals("explain");
    if (!explaining && chance.percent(50)) {
      return VerbPhrase.of(use.verb(), Complement.object(object))
          .withPronoun(people.objectPronoun(subject, true), Role.INDIRECT);
    }
    Nominal receiver = chance.percent(50) ? people.name() : people.relative();
    return VerbPhrase.of(
        use.verb(), new Complement.Giving(object, receiver, !explaining && chance.percent(40)));
  }

  private Phrase circumstance(Use use) {
    if (use.frame().nouns().isEmpty()) {
      boolean withOthers = use.verb().french().withEtre() && use.verb().aspect() != Aspect.CHANCE;
      return withOthers && chance.percent(50) ? places.with() : Phrase.EMPTY;
    }
    int kind = chance.below(100);
    if (kind < 65) {
      return places.at(use.frame().nouns());
    }
    return kind < 80 ? places.with() : places.here();
  }
}
