package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Aspect;
import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws what people do, in each tense with verbs and times that go with it. */
final class Clauses {

  private static final Map<String, List<String>> MANNERS =
      Map.ofEntries(
          Map.entry("work", List.of("a lot", "well", "quickly", "slowly")),
          Map.entry("sing", List.of("well", "badly")),
          Map.entry("dance", List.of("well", "badly")),
          Map.entry("swim", List.of("well", "quickly")),
          Map.entry("run", List.of("quickly")),
          Map.entry("walk", List.of("a lot", "quickly", "slowly")),
          Map.entry("sleep", List.of("well", "badly", "a lot")),
          Map.entry("laugh", List.of("a lot")),
          Map.entry("travel", List.of("a lot")),
          Map.entry("smoke", List.of("a lot")),
          Map.entry("eat", List.of("well", "a lot", "quickly", "slowly")),
          Map.entry("cook", List.of("well")),
          Map.entry("play", List.of("well")),
          Map.entry("speak", List.of("well", "badly")),
          Map.entry("read", List.of("a lot", "quickly", "slowly")),
          Map.entry("write", List.of("well", "badly", "slowly")),
          Map.entry("drive", List.of("well", "badly", "quickly", "slowly")),
          Map.entry("draw", List.of("well", "badly")),
          Map.entry("understand", List.of("well")),
          Map.entry("answer", List.of("well", "quickly", "badly")),
          Map.entry("cry", List.of("a lot")));

  private static final Set<String> PERCEIVED = Set.of("see", "hear", "understand", "believe");

  /** The sections of times beside which a month may stand. */
  private static final Set<String> MONTHLY = Set.of("present", "past", "future");

  /** What people want and have to do besides what {@link Verb#wanted} says. */
  private static final Set<String> ALSO_WANTED = Set.of("forget", "believe", "live");

  /** The adverbs that go with what is over. */
  private static final Set<String> IN_THE_PAST =
      Set.of("well", "badly", "a lot", "slowly", "quickly");

  /** Adverbs that are negated and asked for as they stand. */
  private static final Set<String> OFTEN = Set.of("often", "always");

  private final Chance chance;
  private final Lexicon lexicon;
  private final People people;
  private final Actions actions;

  Clauses(Chance chance, Lexicon lexicon, People people, Actions actions) {
    this.chance = chance;
    this.lexicon = lexicon;
    this.people = people;
    this.actions = actions;
  }

  /** What somebody does in a tense, not negated. */
  Clause in(Tense tense) {
    return in(tense, people.subject());
  }

  Clause in(Tense tense, Nominal subject) {
    return switch (tense) {
      case PRESENT -> present(subject);
      case PROGRESSIVE, PAST_PROGRESSIVE ->
          timed(Clause.of(subject, actions.draw(subject, Verb::progressive), tense), 25);
      case PAST, PERFECT -> past(subject, tense);
      case IMPERFECT ->
          Clause.of(subject, actions.draw(subject, verb -> verb.aspect() == Aspect.STATE), tense);
      case NEAR_FUTURE, FUTURE ->
          timed(Clause.of(subject, actions.draw(subject, Clauses::toCome), tense), 45);
      case CONDITIONAL -> modal(subject, lexicon.verb("want", Kind.WANT_TO), tense);
    };
  }

  private Clause present(Nominal subject) {
    int drawn = chance.below(100);
    if (drawn < 15) {
      VerbPhrase phrase = actions.draw(subject, verb -> !perceived(verb));
      return adverb(Clause.of(subject, phrase, Tense.PRESENT));
    }
    Aspect aspect =
        drawn < 45
            ? Aspect.HABIT
            : drawn < 60 ? Aspect.ACTION : drawn < 85 ? Aspect.STATE : Aspect.EVENT;
    VerbPhrase phrase = actions.draw(subject, verb -> verb.aspect() == aspect && perceived(verb));
    if (aspect != Aspect.HABIT && aspect != Aspect.ACTION) {
      return Clause.of(subject, phrase, Tense.PRESENT);
    }
    VerbPhrase spoken = withManner(phrase, Tense.PRESENT);
    int kind = chance.below(100);
    if (kind < 25 && spoken.manner().english().isEmpty()) {
      spoken = spoken.withFrequency(chance.of(lexicon.phrases("frequency")));
    } else if (kind < 60) {
      spoken = spoken.withTime(clockOrTime(phrase, "present"));
    }
    return Clause.of(subject, spoken, Tense.PRESENT);
  }

  /** Of the events, only what one sees, hears and understands is in the present without "often". */
  private static boolean perceived(Verb verb) {
    return (verb.aspect() != Aspect.EVENT && verb.aspect() != Aspect.CHANCE)
        || PERCEIVED.contains(verb.english().base());
  }

  /** "at seven o'clock" where it makes sense. */
  private Phrase clockOrTime(VerbPhrase phrase, String section) {
    Set<String> hourly =
        Set.of(
            "lever", "coucher", "réveiller", "déjeuner", "dîner", "partir", "rentrer", "arriver");
    if (MONTHLY.contains(section) && chance.percent(15)) {
      return chance.of(lexicon.phrases("seasons"));
    }
    return hourly.contains(phrase.verb().french().infinitive()) && chance.percent(50)
        ? Phrase.of("at", "à").then(clock())
        : chance.of(lexicon.phrases(section));
  }

  /** "seven o'clock". */
  Phrase clock() {
    if (chance.percent(8)) {
      return chance.of(lexicon.phrases("half-days"));
    }
    int hour = chance.below(11);
    Phrase one = Phrase.of("one", "une");
    Phrase number = hour == 0 ? one : lexicon.numbers().get(hour - 1);
    List<FrenchWord> hours =
        Phrase.concat(number.french(), FrenchWord.words(hour == 0 ? "heure" : "heures"));
    if (chance.percent(45)) {
      return new Phrase(Phrase.concat(number.english(), List.of("o'clock")), hours);
    }
    Phrase minutes = chance.of(lexicon.phrases("minutes"));
    return new Phrase(
        Phrase.concat(minutes.english(), number.english()), Phrase.concat(hours, minutes.french()));
  }

  private static boolean toCome(Verb verb) {
    return verb.wanted()
        || verb.aspect() == Aspect.CHANCE
        || Set.of("live", "love", "like", "have", "hate").contains(verb.english().base());
  }

  private Clause past(Nominal subject, Tense tense) {
    if (tense == Tense.PERFECT && chance.percent(10)) {
      VerbPhrase lasting =
          actions.draw(
              subject,
              verb ->
                  Set.of("live", "love", "like", "hate", "prefer").contains(verb.english().base()));
      return Clause.of(subject, lasting.withFrequency(Phrase.of("always", "toujours")), tense);
    }
    VerbPhrase phrase = actions.draw(subject, verb -> verb.aspect() != Aspect.STATE);
    Clause clause = Clause.of(subject, withManner(phrase, Tense.PAST), tense);
    if (tense == Tense.PAST) {
      return timed(clause, 50);
    }
    boolean often = phrase.verb().aspect() == Aspect.HABIT && chance.percent(25);
    return often ? adverb(clause) : clause;
  }

  /** Adds a time in so many of a hundred cases. */
  Clause timed(Clause clause, int percent) {
    if (!chance.percent(percent)) {
      return clause;
    }
    String section =
        switch (clause.tense()) {
          case PRESENT -> "present";
          case PROGRESSIVE -> "now";
          case PAST, IMPERFECT -> "past";
          case NEAR_FUTURE, FUTURE, CONDITIONAL -> "future";
          case PERFECT, PAST_PROGRESSIVE -> "";
        };
    return section.isEmpty()
        ? clause
        : new Clause(
            clause.subject(),
            clause.predicate().withTime(clockOrTime(clause.predicate(), section)),
            clause.tense(),
            clause.negation());
  }

  /** "He has often eaten here", "Tom is always late". */
  Clause adverb(Clause clause) {
    List<Phrase> adverbs =
        lexicon.phrases("frequency").stream()
            .filter(adverb -> !adverb.english().contains("usually"))
            .toList();
    return new Clause(
        clause.subject(),
        clause.predicate().withFrequency(chance.of(adverbs)),
        clause.tense(),
        clause.negation());
  }

  private VerbPhrase withManner(VerbPhrase phrase, Tense tense) {
    List<String> fitting =
        MANNERS.getOrDefault(phrase.verb().english().base(), List.of()).stream()
            .filter(manner -> tense == Tense.PRESENT || IN_THE_PAST.contains(manner))
            .toList();
    boolean alone =
        phrase.complement().english(Polarity.AFFIRMATIVE).isEmpty()
            || phrase.verb().english().base().equals("speak");
    if (fitting.isEmpty() || !alone || !chance.percent(25)) {
      return phrase;
    }
    String manner = chance.of(fitting);
    return lexicon.phrases("manner").stream()
        .filter(adverb -> String.join(" ", adverb.english()).equals(manner))
        .findFirst()
        .map(phrase::withManner)
        .orElseThrow();
  }

  /** "want to eat", "must eat": somebody and a verb before another. */
  Clause modal(Nominal subject, Verb modal, Tense tense) {
    VerbPhrase phrase =
        actions
            .draw(subject, verb -> verb.wanted() || ALSO_WANTED.contains(verb.english().base()))
            .withModal(modal);
    return Clause.of(subject, phrase, tense);
  }

  /** "not" in most cases, else "never" or one of its like where the clause allows it. */
  Negation negation(Clause clause) {
    boolean timeless =
        clause.predicate().time().english().isEmpty()
            && clause.predicate().frequency().english().isEmpty();
    boolean lasting =
        clause.tense() == Tense.PRESENT && clause.predicate().verb().aspect() != Aspect.EVENT;
    int kind = chance.below(100);
    boolean repeatable =
        clause.predicate().finite().aspect() != Aspect.STATE
            && (lasting || clause.tense() == Tense.PAST);
    if (timeless && kind < 20 && repeatable) {
      return Negation.NEVER;
    }
    if (timeless && kind < 38 && lasting) {
      return chance.of(Negation.ANYMORE, Negation.NO_LONGER);
    }
    return Negation.NOT;
  }

  /** Drops "sometimes" and its like, which would mean something else in a negated clause. */
  static Clause plain(Clause clause) {
    boolean kept =
        clause.tense() == Tense.PRESENT
            && OFTEN.containsAll(clause.predicate().frequency().english());
    boolean well = !clause.predicate().manner().english().contains("a");
    return new Clause(
        clause.subject(),
        clause
            .predicate()
            .withFrequency(kept ? clause.predicate().frequency() : Phrase.EMPTY)
            .withManner(well ? clause.predicate().manner() : Phrase.EMPTY),
        clause.tense(),
        clause.negation());
  }
}
