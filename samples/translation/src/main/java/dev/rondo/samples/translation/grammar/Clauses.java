package dev.rondo.samples.translation.grammar;

import dev.rondo.samples.translation.grammar.Verb.Aspect;
import dev.rondo.samples.translation.grammar.Verb.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws what people do, in each tense with verbs and times that go with it. */
final class Clauses {

  private static final Map<String, List<String>> MANNERS =
      Map.ofEntries(
          Map.entry("work", List.of("a lot", "well", "quickly")),
          Map.entry("sing", List.of("well", "badly")),
          Map.entry("dance", List.of("well", "badly")),
          Map.entry("swim", List.of("well", "quickly")),
          Map.entry("run", List.of("quickly")),
          Map.entry("walk", List.of("a lot", "quickly", "slowly")),
          Map.entry("sleep", List.of("well", "badly", "a lot")),
          Map.entry("laugh", List.of("a lot")),
          Map.entry("travel", List.of("a lot")),
          Map.entry("smoke", List.of("a lot")),
          Map.entry("eat", List.of("well", "a lot", "quickly")),
          Map.entry("cook", List.of("well")),
          Map.entry("play", List.of("well")),
          Map.entry("speak", List.of("well", "badly")),
          Map.entry("cry", List.of("a lot")));

  /** The adverbs that stand before a French participle. */
  private static final Set<String> IN_THE_PAST = Set.of("well", "badly", "a lot");

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
          timed(Clause.of(subject, actions.draw(subject, Verb::wanted), tense), 45);
      case CONDITIONAL -> modal(subject, lexicon.verb("want", Kind.WANT_TO), tense);
    };
  }

  private Clause present(Nominal subject) {
    Aspect aspect = chance.of(Aspect.HABIT, Aspect.HABIT, Aspect.STATE, Aspect.STATE, Aspect.EVENT);
    VerbPhrase phrase = actions.draw(subject, verb -> verb.aspect() == aspect && perceived(verb));
    if (aspect != Aspect.HABIT) {
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

  /** Of the events, only what one sees, hears and understands is said in the present. */
  private static boolean perceived(Verb verb) {
    return verb.aspect() != Aspect.EVENT
        || Set.of("see", "hear", "understand").contains(verb.english().base());
  }

  /** "at seven o'clock" where it makes sense. */
  private Phrase clockOrTime(VerbPhrase phrase, String section) {
    Set<String> hourly =
        Set.of(
            "lever", "coucher", "réveiller", "déjeuner", "dîner", "partir", "rentrer", "arriver");
    return hourly.contains(phrase.verb().french().infinitive()) && chance.percent(50)
        ? Phrase.of("at", "à").then(clock())
        : chance.of(lexicon.phrases(section));
  }

  /** "seven o'clock". */
  Phrase clock() {
    return chance.of(lexicon.phrases("clock"));
  }

  private Clause past(Nominal subject, Tense tense) {
    VerbPhrase phrase = actions.draw(subject, verb -> verb.aspect() != Aspect.STATE);
    Clause clause = Clause.of(subject, withManner(phrase, Tense.PAST), tense);
    return tense == Tense.PAST ? timed(clause, 50) : clause;
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
    VerbPhrase phrase = actions.draw(subject, Verb::wanted).withModal(modal);
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

  /** Drops "often" and "always", which would mean something else in a negated clause. */
  static Clause plain(Clause clause) {
    return new Clause(
        clause.subject(),
        clause.predicate().withFrequency(Phrase.EMPTY).withManner(Phrase.EMPTY),
        clause.tense(),
        clause.negation());
  }
}
