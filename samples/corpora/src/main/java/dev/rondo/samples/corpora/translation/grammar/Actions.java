package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Aspect;
import dev.rondo.samples.corpora.translation.grammar.Verb.Frame;
import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Draws what people do: a verb, and what it takes. */
final class Actions {

  private static final Set<Kind> NO_ACTIONS =
      EnumSet.of(Kind.MODAL, Kind.WANT_TO, Kind.THAT, Kind.COPULA, Kind.WHAT, Kind.WEATHER);

  /** What one does alone or together. */
  private static final Set<String> SHARED =
      Set.of(
          "travailler",
          "manger",
          "voyager",
          "venir",
          "partir",
          "sortir",
          "rentrer",
          "chanter",
          "danser",
          "marcher",
          "déjeuner",
          "dîner",
          "cuisiner",
          "jouer",
          "nager",
          "courir",
          "revenir",
          "dormir");

  /** One way to use one verb. */
  record Use(Verb verb, Frame frame, boolean somePeople, boolean onlyPeople) {

    static Use of(Verb verb, Frame frame) {
      return new Use(
          verb,
          frame,
          frame.nouns().stream().anyMatch(Things::isPerson),
          frame.nouns().stream().allMatch(Things::isPerson));
    }
  }

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
          uses.add(Use.of(verb, frame));
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
      case LIVE ->
          chance.percent(12)
              ? VerbPhrase.of(verb, alone())
              : chance.percent(12) ? at(verb, places.with(subject)) : at(verb, places.home(things));
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
      case NONE -> chance.percent(55) ? VerbPhrase.of(verb, circumstance(use, subject)) : bare;
      case REFLEXIVE ->
          Set.of("promener", "amuser").contains(verb.french().infinitive()) && chance.percent(40)
              ? at(verb, places.with(subject))
              : bare;
      case MODAL, WANT_TO, THAT, COPULA, WHAT, WEATHER ->
          throw new IllegalArgumentException(use.frame().kind() + " is no action");
    };
  }

  private static VerbPhrase at(Verb verb, Phrase where) {
    return VerbPhrase.of(verb, Complement.fixed(where));
  }

  private VerbPhrase withObject(Use use, Nominal subject, boolean repeated) {
    boolean person = use.somePeople();
    boolean thing = !person;
    if (chance.percent(person ? 25 : 8)) {
      return VerbPhrase.of(use.verb())
          .withPronoun(people.objectPronoun(subject, !thing), Role.DIRECT);
    }
    Nominal object = broadcast(use, things.object(use.frame().nouns(), repeated));
    Complement complement = Complement.object(object);
    if (use.verb().english().base().equals("buy") && chance.percent(20)) {
      Phrase receiver = Places.after("for", "pour", people.object());
      complement = complement.and(Complement.fixed(receiver));
    }
    return VerbPhrase.of(use.verb(), complement);
  }

  /** One watches television, but buys a television. */
  private static Nominal broadcast(Use use, Nominal object) {
    boolean watched =
        use.verb().english().base().equals("watch")
            && object instanceof NounPhrase thing
            && thing.noun().english().equals("television");
    return watched
        ? NounPhrase.of(Determiner.generic(), ((NounPhrase) object).noun(), false)
        : object;
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
    boolean only =
        Set.of("unique", "sport", "language").contains(noun.kind()) || noun.english().equals("sea");
    return only ? likedAsOne(noun) : things.known(noun);
  }

  /** "the sun", "tennis", "French": all with an article in French. */
  private static NounPhrase likedAsOne(Noun noun) {
    boolean article = noun.kind().equals("unique") || noun.english().equals("sea");
    return NounPhrase.of(
        article ? Determiner.definite() : Determiner.generic(), noun, !noun.hasSingular());
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
    boolean person = use.somePeople();
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
    if (!Things.isPerson(noun) && chance.percent(15)) {
      return VerbPhrase.of(use.verb()).withPronoun(PersonalPronoun.IT, Role.THERE);
    }
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

  private Complement circumstance(Use use, Nominal subject) {
    Complement where = Complement.fixed(place(use, subject));
    boolean company =
        where.english(Polarity.AFFIRMATIVE).contains("with")
            || where.english(Polarity.AFFIRMATIVE).contains("without");
    if (company || !SHARED.contains(use.verb().french().infinitive()) || !chance.percent(22)) {
      return where;
    }
    if (subject.agreement().plural() && chance.percent(60)) {
      return Complement.fixed(chance.of(lexicon.phrases("company"))).and(where);
    }
    return alone().and(where);
  }

  /** "alone", which agrees in French. */
  private Complement alone() {
    Phrase alone = chance.of(lexicon.phrases("alone"));
    return Complement.agreeing(alone.english(), List.of(), alone.french(), Phrase.EMPTY);
  }

  private Phrase place(Use use, Nominal subject) {
    if (use.frame().nouns().isEmpty()) {
      boolean withOthers = use.verb().french().withEtre() && use.verb().aspect() != Aspect.CHANCE;
      return withOthers && chance.percent(50) ? places.with(subject) : Phrase.EMPTY;
    }
    int kind = chance.below(100);
    if (kind < 65) {
      return places.at(use.frame().nouns());
    }
    return kind < 80 ? places.with(subject) : places.here();
  }
}
