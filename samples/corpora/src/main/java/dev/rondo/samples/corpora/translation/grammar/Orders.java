package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import dev.rondo.samples.corpora.translation.grammar.VerbPhrase.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders, and pronouns in them: "donnez-le-moi", but "ne me le donnez pas". */
final class Orders {

  private static final Phrase AND = Phrase.of("and", "et");

  /** What "le-lui", "moi" and their like are after an order. */
  private static final Map<String, String> STRESSED = Map.of("me", "moi");

  /** What nobody orders. */
  private static final Set<String> UNWILLING = Set.of("rire", "pleurer", "sourire", "vouloir");

  private final Speaker speaker;
  private final Chance chance;
  private final Lexicon lexicon;

  Orders(Speaker speaker) {
    this.speaker = speaker;
    this.chance = speaker.chance();
    this.lexicon = speaker.lexicon();
  }

  List<Construction> constructions() {
    return List.of(
        new Construction("order", 5, this::order),
        new Construction("order with a pronoun", 5, this::withPronoun));
  }

  /** "Close the door, please", "don't eat that", "let's go to the cinema". */
  private Sentence order() {
    int kind = chance.below(100);
    if (kind < 15) {
      return please(takeAndKeep(), true);
    }
    Set<Kind> kinds = Set.of(Kind.OBJ, Kind.GOAL, Kind.NONE, Kind.STAY);
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().progressive()
                        && kinds.contains(found.frame().kind())
                        && !UNWILLING.contains(found.verb().french().infinitive()));
    VerbPhrase phrase = speaker.actions().phrase(use, PersonalPronoun.YOU);
    boolean bare =
        use.frame().kind() == Kind.NONE
            && phrase.complement().english(Polarity.AFFIRMATIVE).isEmpty();
    if (phrase.pronoun().isPresent() || bare) {
      return order();
    }
    boolean ours = kind > 80;
    boolean negative = kind < 40;
    PersonalPronoun whom = ours ? PersonalPronoun.WE : PersonalPronoun.YOU;
    return please(spoken(phrase, whom, negative), !ours);
  }

  /** "Help me, please", "do not give it to them", "show her the photos". */
  private Sentence withPronoun() {
    boolean negative = chance.percent(30);
    VerbPhrase phrase =
        switch (chance.below(7)) {
          case 0, 1 -> toSomebody(person());
          case 2 -> given(it(), person());
          case 3 -> direct(person(), true);
          case 4 -> direct(it(), false);
          case 5 -> {
            Verb verb = lexicon.verb(chance.of("talk", "answer", "phone"), Kind.TO);
            yield VerbPhrase.of(verb).withPronoun(person(), Role.INDIRECT);
          }
          default ->
              VerbPhrase.of(
                  lexicon.reflexive(
                      chance.of("lever", "réveiller", "coucher", "dépêcher", "reposer", "amuser")));
        };
    boolean timed = !negative && chance.percent(20);
    VerbPhrase when = timed ? phrase.withTime(chance.of(lexicon.phrases("soon"))) : phrase;
    return please(spoken(when, PersonalPronoun.YOU, negative), true);
  }

  /** "Take the key and do not lose it": the pronoun has the gender of the key. */
  private Phrase takeAndKeep() {
    Noun noun = chance.of(lexicon.nouns("portable"));
    NounPhrase thing =
        NounPhrase.of(
            chance.percent(40) ? Determiner.demonstrative() : speaker.people().possessor(),
            noun,
            noun.hasPlural() && chance.percent(25));
    PersonalPronoun it = PersonalPronoun.standingFor(thing.agreement(), false);
    Verb take = lexicon.verb(chance.of("take", "find", "bring"), Kind.OBJ);
    Verb lose = lexicon.verb(chance.of("lose", "forget", "sell", "use"), Kind.OBJ);
    VerbPhrase first = VerbPhrase.of(take, Complement.object(thing));
    VerbPhrase second = VerbPhrase.of(lose).withPronoun(it, Role.DIRECT);
    return spoken(first, PersonalPronoun.YOU, false)
        .then(AND)
        .then(spoken(second, PersonalPronoun.YOU, true));
  }

  private VerbPhrase toSomebody(PersonalPronoun whom) {
    Verb verb = giver();
    Noun noun = chance.of(List.copyOf(verb.frames().get(0).nouns()));
    NounPhrase object = speaker.things().object(noun, false);
    return VerbPhrase.of(verb, Complement.object(object)).withPronoun(whom, Role.INDIRECT);
  }

  private VerbPhrase given(PersonalPronoun it, PersonalPronoun whom) {
    return VerbPhrase.of(giver()).withPronoun(it, Role.DIRECT).givenTo(whom);
  }

  private VerbPhrase direct(PersonalPronoun object, boolean person) {
    Actions.Use use =
        speaker
            .actions()
            .use(
                found ->
                    found.verb().progressive()
                        && found.frame().kind() == Kind.OBJ
                        && found.somePeople() == person);
    return VerbPhrase.of(use.verb()).withPronoun(object, Role.DIRECT);
  }

  private Verb giver() {
    return lexicon.verb(chance.of("give", "give", "show", "send", "lend"), Kind.GIVE);
  }

  private PersonalPronoun person() {
    return chance.of(
        PersonalPronoun.I,
        PersonalPronoun.I,
        PersonalPronoun.HE,
        PersonalPronoun.SHE,
        PersonalPronoun.WE,
        PersonalPronoun.THEY);
  }

  private PersonalPronoun it() {
    return chance.percent(65) ? PersonalPronoun.IT : PersonalPronoun.THEY;
  }

  /** An order to "you", or with "let us". */
  private static Phrase spoken(VerbPhrase phrase, PersonalPronoun whom, boolean negative) {
    boolean ours = whom == PersonalPronoun.WE;
    Negation negation = negative ? Negation.NOT : Negation.NONE;
    Polarity polarity = negative ? Polarity.NEGATIVE : Polarity.AFFIRMATIVE;
    EnglishVerb verb = phrase.verb().english();
    List<String> english =
        Phrase.concat(
            Phrase.english(ours ? "let us" : negative ? "do not" : ""),
            List.of(verb.base()),
            phrase.english(verb.particle(), Negation.NONE, polarity));
    List<FrenchWord> pronouns = phrase.clitics(whom.agreement());
    if (negative || pronouns.isEmpty()) {
      return new Phrase(
          english, phrase.french(whom.agreement(), Tense.PRESENT, negation, polarity));
    }
    return new Phrase(english, followed(phrase, whom, pronouns));
  }

  /** "donnez-le-moi": the pronouns follow the verb, the direct one first. */
  private static List<FrenchWord> followed(
      VerbPhrase phrase, PersonalPronoun whom, List<FrenchWord> pronouns) {
    StringBuilder verb = new StringBuilder(phrase.verb().french().present(whom.agreement()));
    List<FrenchWord> objects =
        phrase
            .receiver()
            .flatMap(to -> phrase.pronoun().map(it -> List.of(it.direct(), to.indirect())))
            .orElse(pronouns);
    for (FrenchWord object : objects) {
      verb.append('-').append(STRESSED.getOrDefault(object.text(), object.text()));
    }
    return Phrase.concat(
        List.of(FrenchWord.word(verb.toString())),
        phrase.complement().french(whom.agreement(), Polarity.AFFIRMATIVE),
        phrase.time().french());
  }

  private Sentence please(Phrase order, boolean possible) {
    boolean please = possible && chance.percent(30);
    Phrase whole = please ? order.then(Phrase.of(", please", ", s'il vous plaît")) : order;
    return new Sentence(whole, !please && chance.percent(25) ? "!" : ".");
  }
}
