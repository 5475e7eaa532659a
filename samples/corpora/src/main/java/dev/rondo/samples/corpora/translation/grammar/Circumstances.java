package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;

/** Sentences about the weather and the time, orders, and sentences that never change. */
final class Circumstances {

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Circumstances(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("weather", 4, this::weather),
        new Construction("clock", 2, this::clock),
        new Construction("fixed", 2, this::fixed));
  }

  private Sentence weather() {
    Tense tense =
        chance.of(Tense.PRESENT, Tense.PRESENT, Tense.IMPERFECT, Tense.NEAR_FUTURE, Tense.FUTURE);
    Clause clause = weather(tense);
    if (chance.percent(20)) {
      return Sentence.question(clause.question());
    }
    return Sentence.statement(
        chance.percent(20) ? clause.negated(Negation.NOT).statement() : clause.statement());
  }

  /** The weather in a tense. */
  Clause weather(Tense tense) {
    int kind = chance.below(100);
    Clause clause;
    if (kind < 50) {
      VerbPhrase phrase =
          VerbPhrase.of(
              speaker.descriptions().beAs("do", Kind.WHAT), Complement.fixed(weatherWord()));
      clause = Clause.of(Expression.IMPERSONAL, phrase, tense);
    } else if (kind < 68) {
      VerbPhrase phrase =
          VerbPhrase.of(
                  speaker.descriptions().beAs("have", Kind.OBJ),
                  Descriptions.had(chance.of(lexicon.nouns("wind")), chance.percent(25)))
              .withThere();
      clause = Clause.of(Expression.IMPERSONAL, phrase, tense);
    } else {
      Verb verb = lexicon.verb(chance.of("rain", "rain", "snow"), Kind.WEATHER);
      clause = Clause.of(Expression.IMPERSONAL, VerbPhrase.of(verb), falling(tense));
    }
    return chance.percent(55) ? at(clause) : clause;
  }

  private Tense falling(Tense tense) {
    return switch (tense) {
      case PRESENT -> Tense.PROGRESSIVE;
      case IMPERFECT -> chance.of(Tense.PAST_PROGRESSIVE, Tense.PAST);
      default -> tense;
    };
  }

  private Phrase weatherWord() {
    Phrase word = chance.of(lexicon.phrases("weather"));
    Phrase very = Phrase.of("very", "très");
    boolean degrees = List.of("cold", "hot", "nice").contains(word.english().get(0));
    return degrees && chance.percent(25) ? very.then(word) : word;
  }

  private Clause at(Clause clause) {
    Phrase when =
        switch (clause.tense()) {
          case PRESENT, PROGRESSIVE -> {
            boolean falling = clause.tense() == Tense.PROGRESSIVE;
            yield chance.percent(50)
                ? speaker.places().somewhere().in()
                : falling
                    ? chance.of(lexicon.phrases("now"))
                    : chance.of(lexicon.phrases(chance.percent(40) ? "now" : "seasons"));
          }
          case NEAR_FUTURE, FUTURE -> chance.of(lexicon.phrases("coming"));
          default -> chance.of(lexicon.phrases("gone"));
        };
    return new Clause(
        clause.subject(), clause.predicate().withTime(when), clause.tense(), clause.negation());
  }

  private Sentence clock() {
    if (chance.percent(60)) {
      Phrase time = speaker.clauses().clock();
      VerbPhrase is = VerbPhrase.of(speaker.descriptions().be(), Complement.fixed(time));
      Tense tense = chance.percent(75) ? Tense.PRESENT : Tense.IMPERFECT;
      return Sentence.statement(Clause.of(Expression.IMPERSONAL, is, tense).statement());
    }
    Noun noun = chance.of(lexicon.nouns("train bus plane"));
    Verb verb =
        chance.percent(50) ? lexicon.verb("leave", Kind.NONE) : lexicon.verb("arrive", Kind.ARRIVE);
    return Sentence.statement(
        Clause.of(
                Things.the(noun),
                VerbPhrase.of(verb).withTime(Phrase.of("at", "à").then(speaker.clauses().clock())),
                chance.of(Tense.PRESENT, Tense.PAST, Tense.FUTURE))
            .statement());
  }

  private Sentence fixed() {
    Phrase phrase = chance.of(lexicon.phrases("fixed"));
    String last = phrase.english().get(phrase.english().size() - 1);
    String mark = last.substring(last.length() - 1);
    return new Sentence(withoutMark(phrase), mark);
  }

  private static Phrase withoutMark(Phrase phrase) {
    String english = String.join(" ", phrase.english());
    String french = String.join(" ", phrase.french().stream().map(FrenchWord::text).toList());
    return Phrase.of(
        english.substring(0, english.length() - 1),
        french.substring(0, french.length() - 1).strip());
  }
}
