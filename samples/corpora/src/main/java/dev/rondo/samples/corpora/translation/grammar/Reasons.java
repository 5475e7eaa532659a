package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.List;
import java.util.Set;

/** Sentences that give a reason or a condition: "because", "if". */
final class Reasons {

  private static final Set<String> GOOD =
      Set.of(
          "good",
          "beautiful",
          "pretty",
          "interesting",
          "comfortable",
          "easy",
          "modern",
          "funny",
          "fresh",
          "sweet",
          "famous",
          "new",
          "light",
          "quiet",
          "clean");
  private static final Set<String> BAD =
      Set.of(
          "bad",
          "boring",
          "expensive",
          "heavy",
          "difficult",
          "dirty",
          "noisy",
          "broken",
          "dangerous",
          "old");
  private static final Phrase BECAUSE = Phrase.of("because", "parce que");
  private static final Phrase IF = Phrase.of("if", "si");
  private static final Phrase COMMA = Phrase.of(",", ",");

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Reasons(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("because", 9, this::because), new Construction("if", 7, this::condition));
  }

  private Sentence because() {
    return Sentence.statement(
        switch (chance.below(4)) {
          case 0 -> moodBecauseOfDeed();
          case 1 -> likedBecauseGood();
          case 2 -> homeBecauseOfWeather();
          default -> deedBecauseOfNeed();
        });
  }

  /** The pronoun for somebody named before. */
  private static Nominal again(Nominal subject) {
    return subject instanceof PersonalPronoun
        ? subject
        : PersonalPronoun.standingFor(subject.agreement(), true);
  }

  private Adjective adjective(String english) {
    return lexicon.adjectives().stream()
        .filter(found -> found.english().equals(english))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("adjectives.txt: no " + english));
  }

  /** "She is sad because she has lost her key." */
  private Phrase moodBecauseOfDeed() {
    Nominal subject = speaker.people().subject();
    String mood = chance.of("happy", "sad", "tired");
    Set<String> deeds =
        switch (mood) {
          case "happy" -> Set.of("win", "find", "receive", "finish");
          case "sad" -> Set.of("lose", "break", "forget");
          default -> Set.of("work", "run", "walk", "sleep", "cry", "dance");
        };
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    deeds.contains(found.verb().english().base())
                        && (mood.equals("tired") == (found.frame().kind() == Kind.NONE)));
    Nominal again = again(subject);
    Clause state = speaker.descriptions().simply(subject, adjective(mood), Tense.PRESENT);
    VerbPhrase phrase =
        mood.equals("tired")
            ? VerbPhrase.of(use.verb())
                .withManner(
                    use.verb().english().base().equals("sleep")
                        ? Phrase.of("badly", "mal")
                        : Phrase.of("a lot", "beaucoup"))
            : speaker.actions().phrase(use, again);
    Clause deed = Clause.of(again, phrase, chance.percent(50) ? Tense.PAST : Tense.PERFECT);
    return state.statement().then(BECAUSE).then(deed.statement());
  }

  /** "I like this film because it is interesting." */
  private Phrase likedBecauseGood() {
    boolean good = chance.percent(60);
    Adjective adjective =
        chance.of(
            lexicon.adjectives().stream()
                .filter(found -> (good ? GOOD : BAD).contains(found.english()))
                .toList());
    List<Noun> things =
        adjective.nouns().stream()
            .filter(noun -> lexicon.nouns("buyable likeable").contains(noun))
            .toList();
    if (things.isEmpty()) {
      return likedBecauseGood();
    }
    Noun noun = chance.of(things);
    boolean bought = lexicon.nouns("buyable").contains(noun);
    Verb verb =
        bought && chance.percent(50)
            ? lexicon.verb("buy", Kind.OBJ)
            : lexicon.verb(good ? chance.of("like", "love") : "like", Kind.GENERIC);
    NounPhrase thing =
        NounPhrase.of(Determiner.demonstrative(), noun, noun.hasPlural() && chance.percent(25));
    PersonalPronoun it = PersonalPronoun.standingFor(thing.agreement(), false);
    boolean past = verb.english().base().equals("buy");
    Clause deed =
        new Clause(
            speaker.people().subject(),
            VerbPhrase.of(verb, Complement.object(thing)),
            past ? Tense.PAST : Tense.PRESENT,
            good ? Negation.NONE : Negation.NOT);
    Clause reason =
        speaker.descriptions().is(it, adjective, past ? Tense.IMPERFECT : Tense.PRESENT);
    return deed.statement().then(BECAUSE).then(reason.statement());
  }

  /** "We stayed at home because it was raining." */
  private Phrase homeBecauseOfWeather() {
    boolean past = chance.percent(60);
    boolean out = chance.percent(35);
    Nominal subject = speaker.people().subject();
    Tense tense = past ? Tense.PAST : Tense.NEAR_FUTURE;
    Clause deed = Clause.of(subject, out ? outing() : homely(), tense);
    return deed.statement()
        .then(BECAUSE)
        .then(weather(out, past ? Tense.IMPERFECT : Tense.PRESENT).statement());
  }

  /** Good or bad weather. */
  private Clause weather(boolean good, Tense tense) {
    if (!good && chance.percent(60)) {
      Verb verb = lexicon.verb(chance.of("rain", "rain", "snow"), Kind.WEATHER);
      return Clause.of(
          Expression.IMPERSONAL,
          VerbPhrase.of(verb),
          tense == Tense.IMPERFECT ? Tense.PAST_PROGRESSIVE : Tense.PROGRESSIVE);
    }
    Phrase word =
        good
            ? chance.of(Phrase.of("hot", "chaud"), Phrase.of("nice", "beau"))
            : chance.of(Phrase.of("cold", "froid"), Phrase.of("very cold", "très froid"));
    return Clause.of(
        Expression.IMPERSONAL,
        VerbPhrase.of(speaker.descriptions().beAs("do", Kind.WHAT), Complement.fixed(word)),
        tense);
  }

  private VerbPhrase outing() {
    return switch (chance.below(4)) {
      case 0 -> VerbPhrase.of(lexicon.reflexive("promener"));
      case 1 ->
          VerbPhrase.of(
              lexicon.verb("swim", Kind.NONE),
              Complement.fixed(speaker.places().at(lexicon.nouns("where_swim"))));
      case 2 ->
          VerbPhrase.of(
              lexicon.verb("go", Kind.GOAL),
              Complement.fixed(
                  speaker.places().to(lexicon.nouns("beach park swimming_pool zoo market"))));
      default ->
          VerbPhrase.of(
              lexicon.verb("play", Kind.NONE),
              Complement.fixed(speaker.places().at(lexicon.nouns("garden park beach"))));
    };
  }

  private VerbPhrase homely() {
    return switch (chance.below(4)) {
      case 0, 1 ->
          VerbPhrase.of(
              lexicon.verb("stay", Kind.STAY),
              Complement.fixed(Phrase.of("at home", "à la maison")));
      case 2 ->
          VerbPhrase.of(
              lexicon.verb("close", Kind.OBJ),
              Complement.object(Things.the(chance.of(lexicon.nouns("window door")))));
      default ->
          VerbPhrase.of(
              lexicon.verb("take", Kind.OBJ),
              Complement.object(Things.the(chance.of(lexicon.nouns("bus train car")))));
    };
  }

  /** "The children are eating because they are hungry." */
  private Phrase deedBecauseOfNeed() {
    Nominal subject = speaker.people().subject();
    Tense tense = chance.of(Tense.PROGRESSIVE, Tense.PAST, Tense.NEAR_FUTURE);
    Tense then = tense == Tense.PAST ? Tense.IMPERFECT : Tense.PRESENT;
    Nominal again = again(subject);
    Phrase feeling;
    VerbPhrase deed;
    switch (chance.below(3)) {
      case 0 -> {
        feeling = Phrase.of("hungry", "faim");
        deed = eating(subject, "eat");
      }
      case 1 -> {
        feeling = Phrase.of("thirsty", "soif");
        deed = eating(subject, "drink");
      }
      default -> {
        feeling = Phrase.of("sleepy", "sommeil");
        deed =
            chance.percent(50)
                ? VerbPhrase.of(lexicon.verb("sleep", Kind.NONE))
                : VerbPhrase.of(lexicon.reflexive("coucher"));
      }
    }
    Clause reason =
        Clause.of(
            again,
            VerbPhrase.of(speaker.descriptions().beAs("have", Kind.OBJ), Complement.fixed(feeling)),
            then);
    return Clause.of(subject, deed, tense).statement().then(BECAUSE).then(reason.statement());
  }

  private VerbPhrase eating(Nominal subject, String verb) {
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().english().base().equals(verb) && found.frame().kind() == Kind.OBJ);
    return speaker.actions().phrase(use, subject);
  }

  /** "If it rains, we will stay at home." */
  private Sentence condition() {
    Clause first;
    Clause second;
    switch (chance.below(4)) {
      case 0 -> {
        boolean good = chance.percent(45);
        first = fact(weather(good, Tense.PRESENT));
        second = Clause.of(speaker.people().subject(), good ? outing() : homely(), Tense.FUTURE);
      }
      case 1 -> {
        PersonalPronoun subject = speaker.people().pronoun();
        boolean hungry = chance.percent(50);
        first =
            Clause.of(
                subject,
                VerbPhrase.of(
                    speaker.descriptions().beAs("have", Kind.OBJ),
                    Complement.fixed(
                        hungry ? Phrase.of("hungry", "faim") : Phrase.of("thirsty", "soif"))),
                Tense.PRESENT);
        second =
            Clause.of(
                subject,
                eating(subject, hungry ? "eat" : "drink")
                    .withModal(lexicon.verb("can", Kind.MODAL)),
                Tense.PRESENT);
      }
      case 2 -> {
        PersonalPronoun subject = PersonalPronoun.YOU;
        first =
            speaker
                .descriptions()
                .simply(subject, adjective(chance.of("tired", "ill")), Tense.PRESENT);
        VerbPhrase rest =
            chance.percent(50)
                ? VerbPhrase.of(
                    lexicon.verb("sleep", Kind.NONE), Complement.fixed(Phrase.of("here", "ici")))
                : VerbPhrase.of(
                    lexicon.verb("stay", Kind.STAY),
                    Complement.fixed(Phrase.of("at home", "à la maison")));
        second =
            Clause.of(
                subject,
                rest.withModal(lexicon.verb(chance.of("can", "must"), Kind.MODAL)),
                Tense.PRESENT);
      }
      default -> {
        Nominal subject = speaker.people().subject();
        Nominal other = speaker.people().pronoun();
        first = help(subject);
        second =
            chance.percent(50)
                ? speaker.clauses().in(Tense.FUTURE, again(subject))
                : speaker.descriptions().simply(other, adjective("happy"), Tense.FUTURE);
      }
    }
    Phrase ifFirst = IF.then(first.statement());
    return Sentence.statement(
        chance.percent(65)
            ? ifFirst.then(COMMA).then(second.statement())
            : second.statement().then(ifFirst));
  }

  /** "If Tom comes tomorrow", "if she helps us". */
  private Clause help(Nominal subject) {
    if (chance.percent(40)) {
      VerbPhrase phrase =
          VerbPhrase.of(lexicon.verb(chance.of("help", "invite", "call"), Kind.OBJ))
              .withPronoun(speaker.people().objectPronoun(subject, true), Role.DIRECT);
      return Clause.of(subject, phrase, Tense.PRESENT);
    }
    Verb verb = lexicon.verb(chance.of("come", "leave"), Kind.NONE);
    return Clause.of(
        subject, VerbPhrase.of(verb).withTime(chance.of(lexicon.phrases("future"))), Tense.PRESENT);
  }

  /** After "if", English says "it rains" of what is to come. */
  private static Clause fact(Clause clause) {
    return clause.tense() == Tense.PROGRESSIVE
        ? Clause.of(clause.subject(), clause.predicate(), Tense.PRESENT)
        : clause;
  }
}
