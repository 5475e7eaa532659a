package dev.rondo.samples.translation.grammar;

import dev.rondo.samples.translation.grammar.Verb.Kind;
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
        new Construction("order", 5, this::order),
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
                  Descriptions.had(chance.of(lexicon.nouns("wind"))))
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

  /** "Close the door, please", "don't eat that", "let's go to the cinema", "give me the key". */
  private Sentence order() {
    int kind = chance.below(100);
    if (kind < 20) {
      return giveMe();
    }
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().progressive()
                        && (found.frame().kind() == Kind.OBJ || found.frame().kind() == Kind.GOAL));
    VerbPhrase phrase = speaker.actions().phrase(use, PersonalPronoun.YOU);
    if (phrase.pronoun().isPresent()) {
      return order();
    }
    boolean ours = kind > 75;
    boolean negative = kind < 40;
    Negation negation = negative ? Negation.NOT : Negation.NONE;
    Polarity polarity = negative ? Polarity.NEGATIVE : Polarity.AFFIRMATIVE;
    Agreement whom = (ours ? PersonalPronoun.WE : PersonalPronoun.YOU).agreement();
    List<String> english =
        Phrase.concat(
            Phrase.english(ours ? "let us" : negative ? "do not" : ""),
            List.of(use.verb().english().base()),
            phrase.english(use.verb().english().particle(), Negation.NONE, polarity));
    List<FrenchWord> french = phrase.french(whom, Tense.PRESENT, negation, polarity);
    return please(new Phrase(english, french), !ours);
  }

  /** "Give me the key, please." */
  private Sentence giveMe() {
    Verb verb = lexicon.verb(chance.of("give", "show", "send", "lend"), Kind.GIVE);
    Noun noun = chance.of(List.copyOf(verb.frames().get(0).nouns()));
    PersonalPronoun whom = chance.of(PersonalPronoun.I, PersonalPronoun.I, PersonalPronoun.WE);
    NounPhrase object = speaker.things().object(noun, false);
    String tonic = whom == PersonalPronoun.I ? "moi" : "nous";
    Phrase order =
        new Phrase(
            Phrase.concat(
                List.of(verb.english().base()),
                whom.englishObject(Polarity.AFFIRMATIVE),
                object.english()),
            Phrase.concat(
                FrenchWord.words(verb.french().imperative() + "-" + tonic), object.french()));
    return please(order, true);
  }

  private Sentence please(Phrase order, boolean possible) {
    boolean please = possible && chance.percent(40);
    Phrase whole = please ? order.then(Phrase.of(", please", ", s'il vous plaît")) : order;
    return new Sentence(whole, !please && chance.percent(25) ? "!" : ".");
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
