package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Aspect;
import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.List;
import java.util.Set;

/** Questions. */
final class Questions {

  private static final Set<String> WHERE =
      Set.of("buy", "find", "meet", "lose", "see", "learn", "sell");
  private static final Set<String> WHEN =
      Set.of("buy", "sell", "meet", "visit", "call", "finish", "receive", "find", "lose", "see");
  private static final Set<String> COUNTED =
      Set.of(
          "buy", "have", "read", "see", "eat", "write", "find", "sell", "receive", "lose", "want");
  private static final Set<String> WHAT =
      Set.of(
          "eat", "drink", "buy", "read", "write", "see", "want", "find", "forget", "choose", "draw",
          "hear", "repair", "look", "watch", "do", "lose", "cook", "bring", "prefer");

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Questions(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("yes/no question", 12, this::yesNo),
        new Construction("question word", 16, this::withWord));
  }

  /** Asks about others more than about the speaker. */
  private Nominal subject() {
    Nominal subject = chance.percent(45) ? PersonalPronoun.YOU : speaker.people().subject();
    boolean ours = subject == PersonalPronoun.I || subject == PersonalPronoun.WE;
    return ours && (subject == PersonalPronoun.I || chance.percent(80))
        ? PersonalPronoun.YOU
        : subject;
  }

  private Sentence yesNo() {
    Nominal subject = subject();
    if (chance.percent(30)) {
      Verb modal =
          chance.percent(50)
              ? lexicon.verb("want", Kind.WANT_TO)
              : lexicon.verb(chance.of("can", "can", "must", "have"), Kind.MODAL);
      Tense tense =
          modal.english().base().equals("want")
              ? chance.of(Tense.PRESENT, Tense.CONDITIONAL)
              : Tense.PRESENT;
      Nominal asked = subject == PersonalPronoun.WE ? PersonalPronoun.YOU : subject;
      return Sentence.question(speaker.clauses().modal(asked, modal, tense).question());
    }
    Tense tense =
        chance.of(
            Tense.PRESENT,
            Tense.PRESENT,
            Tense.PAST,
            Tense.PAST,
            Tense.PERFECT,
            Tense.PROGRESSIVE,
            Tense.NEAR_FUTURE,
            Tense.FUTURE);
    Clause clause = Clauses.plain(speaker.clauses().in(tense, subject));
    boolean doubted = tense != Tense.FUTURE && chance.percent(12);
    return Sentence.question(
        doubted && clause.predicate().frequency().english().isEmpty()
            ? clause.negated(Negation.NOT).question()
            : clause.question());
  }

  private Sentence withWord() {
    return switch (chance.below(11)) {
      case 0 -> where();
      case 1 -> whereIs();
      case 2 -> when();
      case 3 -> why();
      case 4 -> howMany();
      case 5, 6 -> who();
      case 7 -> whatTime();
      case 8 -> chance.percent(50) ? howMuch() : whoIs();
      case 9 -> which();
      default -> what();
    };
  }

  private Tense asked(Verb verb) {
    if (verb.aspect() == Aspect.STATE) {
      return Tense.PRESENT;
    }
    return verb.progressive()
        ? chance.of(Tense.PAST, Tense.PAST, Tense.NEAR_FUTURE, Tense.PROGRESSIVE)
        : Tense.PAST;
  }

  private Sentence where() {
    Nominal subject = subject();
    if (chance.percent(60)) {
      Verb verb =
          chance.percent(40)
              ? lexicon.verb("live", Kind.LIVE)
              : chance.percent(35)
                  ? lexicon.verb("go", Kind.GOAL)
                  : lexicon.verb(chance.of("work", "sleep", "play", "eat", "swim"), Kind.NONE);
      Tense tense =
          verb.aspect() == Aspect.STATE
              ? Tense.PRESENT
              : chance.of(Tense.PRESENT, Tense.PAST, Tense.NEAR_FUTURE, Tense.PROGRESSIVE);
      return Sentence.question(
          Clause.of(subject, VerbPhrase.of(verb), tense).question("where", "où"));
    }
    return transitive(subject, WHERE, "where", "où");
  }

  /** "Where did you buy this bag?" */
  private Sentence transitive(Nominal subject, Set<String> verbs, String english, String french) {
    Actions.Use use = use(verbs);
    Noun noun = chance.of(List.copyOf(use.frame().nouns()));
    Nominal object =
        Things.isPerson(noun) ? speaker.people().object() : speaker.things().known(noun);
    VerbPhrase phrase = VerbPhrase.of(use.verb(), Complement.object(object));
    Tense tense = use.verb().progressive() && chance.percent(30) ? Tense.NEAR_FUTURE : Tense.PAST;
    return Sentence.question(Clause.of(subject, phrase, tense).question(english, french));
  }

  private Actions.Use use(Set<String> verbs) {
    return speaker
        .actions()
        .use(
            found ->
                found.frame().kind() == Kind.OBJ && verbs.contains(found.verb().english().base()));
  }

  private Sentence whereIs() {
    Nominal what =
        chance.percent(35)
            ? speaker.people().other()
            : speaker.things().known(chance.of(lexicon.nouns("small_thing pet vehicle")));
    Nominal place =
        chance.percent(25) ? Things.the(chance.of(lexicon.nouns("building bathroom"))) : what;
    if (chance.percent(25)) {
      PersonalPronoun who = speaker.people().pronoun();
      Tense tense = chance.percent(50) ? Tense.PRESENT : Tense.IMPERFECT;
      Clause clause =
          speaker
              .descriptions()
              .location(who == PersonalPronoun.I ? PersonalPronoun.YOU : who, Phrase.EMPTY, tense);
      return Sentence.question(
          (tense == Tense.PRESENT ? clause : speaker.clauses().timed(clause, 70))
              .question("where", "où"));
    }
    return Sentence.question(inverted("where", "où", place));
  }

  private Phrase inverted(String english, String french, Nominal subject) {
    boolean plural = subject.agreement().plural();
    if (english.equals("where") && chance.percent(30)) {
      return Phrase.of(
              english + (plural ? " were" : " was"), french + (plural ? " étaient" : " était"))
          .then(new Phrase(subject.english(), subject.french()));
    }
    return Phrase.of(english + (plural ? " are" : " is"), french + (plural ? " sont" : " est"))
        .then(new Phrase(subject.english(), subject.french()));
  }

  private Sentence whoIs() {
    Noun noun = chance.of(lexicon.nouns("man woman boy girl child person profession"));
    NounPhrase who =
        NounPhrase.of(
            chance.percent(75) ? Determiner.demonstrative() : Determiner.definite(),
            noun,
            chance.percent(25));
    return Sentence.question(inverted("who", "qui", who));
  }

  private Sentence when() {
    Nominal subject = subject();
    if (chance.percent(50)) {
      return transitive(subject, WHEN, "when", "quand");
    }
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().french().withEtre() && found.verb().aspect() != Aspect.CHANCE);
    VerbPhrase phrase = speaker.actions().phrase(use, subject);
    Tense tense = chance.of(Tense.PAST, Tense.NEAR_FUTURE, Tense.FUTURE);
    return Sentence.question(Clause.of(subject, phrase, tense).question("when", "quand"));
  }

  private Sentence why() {
    Nominal subject = subject();
    Clause clause;
    if (chance.percent(40)) {
      clause =
          chance.percent(60)
              ? speaker.descriptions().ofPerson(subject, tense())
              : speaker.descriptions().state(subject, tense());
    } else {
      clause =
          Clauses.plain(speaker.clauses().in(chance.of(Tense.PROGRESSIVE, Tense.PAST), subject));
      if (chance.percent(30)) {
        clause = clause.negated(Negation.NOT);
      }
    }
    return Sentence.question(clause.question("why", "pourquoi"));
  }

  private Tense tense() {
    return chance.percent(70) ? Tense.PRESENT : Tense.IMPERFECT;
  }

  /** "How many letters did she receive?", with the participle agreeing. */
  private Sentence howMany() {
    Actions.Use use = use(COUNTED);
    List<Noun> counted =
        use.frame().nouns().stream()
            .filter(noun -> noun.hasPlural() && !noun.kind().equals("family"))
            .toList();
    Noun noun = chance.of(counted);
    Agreement agreement = Agreement.third(noun.gender(), true);
    Phrase words =
        new Phrase(
            Phrase.concat(List.of("how", "many"), noun.english(true)),
            Phrase.concat(
                FrenchWord.words("combien de"), noun.french(true), FrenchWord.words("est-ce que")));
    VerbPhrase phrase = VerbPhrase.of(use.verb()).withObjectBefore(agreement);
    return Sentence.question(Clause.of(subject(), phrase, asked(use.verb())).question(words));
  }

  private Sentence howMuch() {
    Noun noun = chance.of(lexicon.nouns("buyable"));
    NounPhrase thing = speaker.things().known(noun);
    boolean plural = thing.plural();
    return Sentence.question(
        Phrase.of(
                plural ? "how much do" : "how much does",
                plural ? "combien coûtent" : "combien coûte")
            .then(new Phrase(thing.english(), thing.french()))
            .then(Phrase.of("cost", "")));
  }

  private Sentence who() {
    Clause clause;
    Tense tense = chance.of(Tense.PAST, Tense.PAST, Tense.PROGRESSIVE, Tense.PRESENT, Tense.FUTURE);
    clause = Clauses.plain(speaker.clauses().in(tense, Expression.WHO));
    return Sentence.question(clause.statement());
  }

  private Sentence whatTime() {
    boolean thing = chance.percent(50);
    Nominal subject = thing ? Things.the(chance.of(lexicon.nouns("train bus plane"))) : subject();
    Verb verb =
        chance.percent(50) ? lexicon.verb("leave", Kind.NONE) : lexicon.verb("arrive", Kind.ARRIVE);
    if (!thing && chance.percent(50)) {
      verb = lexicon.reflexive(chance.of("lever", "coucher"));
    }
    Tense tense = chance.of(Tense.PRESENT, Tense.PRESENT, Tense.PAST, Tense.NEAR_FUTURE);
    return Sentence.question(
        Clause.of(subject, VerbPhrase.of(verb), tense).question("what time", "à quelle heure"));
  }

  /** "Which film do you prefer?" */
  private Sentence which() {
    Verb verb =
        chance.percent(40)
            ? lexicon.verb("prefer", Kind.GENERIC)
            : use(Set.of("buy", "choose", "read", "see", "visit", "want", "watch")).verb();
    List<Noun> nouns =
        verb
            .frames()
            .get(verb.frames().size() > 1 && verb.english().base().equals("want") ? 1 : 0)
            .nouns()
            .stream()
            .filter(Noun::hasPlural)
            .filter(noun -> !noun.kind().equals("family"))
            .toList();
    Noun noun = chance.of(nouns);
    boolean plural = chance.percent(30);
    Agreement agreement = Agreement.third(noun.gender(), plural);
    Phrase words =
        new Phrase(
            Phrase.concat(List.of("which"), noun.english(plural)),
            Phrase.concat(
                FrenchWord.words(agreement.choose("quel", "quelle", "quels", "quelles")),
                noun.french(plural),
                FrenchWord.words("est-ce que")));
    return Sentence.question(
        Clause.of(subject(), VerbPhrase.of(verb).withObjectBefore(agreement), asked(verb))
            .question(words));
  }

  private Sentence what() {
    Verb verb =
        chance.percent(30)
            ? lexicon.verb("do", Kind.WHAT)
            : chance.percent(12) ? lexicon.verb("say", Kind.THAT) : use(WHAT).verb();
    Phrase words = Phrase.of("what", "qu'est-ce que");
    Clause clause = Clause.of(subject(), VerbPhrase.of(verb), asked(verb));
    if (verb.english().base().equals("do") && chance.percent(30)) {
      VerbPhrase usual = VerbPhrase.of(verb).withTime(chance.of(lexicon.phrases("present")));
      Clause habit = Clause.of(clause.subject(), usual, Tense.PRESENT);
      return Sentence.question(habit.question(words));
    }
    Clause timed = verb.aspect() == Aspect.STATE ? clause : speaker.clauses().timed(clause, 30);
    return Sentence.question(timed.question(words));
  }
}
