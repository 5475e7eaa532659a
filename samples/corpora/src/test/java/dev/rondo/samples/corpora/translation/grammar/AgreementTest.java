package dev.rondo.samples.corpora.translation.grammar;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sentences built from given features, compared with what a person wrote. */
final class AgreementTest {

  private static final Lexicon LEXICON = Lexicon.load();

  @Test
  void sentencesAreThoseThatWereCheckedByHand() throws IOException {
    Checked checked = new Checked(LEXICON);
    List<List<String>> lines = lines();

    assertThat(lines.size()).isAtLeast(60);
    for (List<String> line : lines) {
      SentencePair pair = checked.build(line);
      assertWithMessage(line.toString()).that(pair.english()).isEqualTo(line.get(5));
      assertWithMessage(line.toString()).that(pair.french()).isEqualTo(line.get(6));
    }
  }

  @Test
  void possessivesOfFeminineNounsFollowTheSoundOfTheNextWord() {
    NounPhrase idea = NounPhrase.of(Determiner.possessive(PersonalPronoun.I), noun("idea"), false);

    assertThat(french(idea)).isEqualTo("Mon idée.");
    assertThat(french(idea.with(adjective("new")))).isEqualTo("Ma nouvelle idée.");
  }

  @Test
  void prepositionsContractWithArticlesUnlessTheseAreElided() {
    assertThat(of("dog")).isEqualTo("Près du chien.");
    assertThat(of("hotel")).isEqualTo("Près de l'hôtel.");
    assertThat(of("hero")).isEqualTo("Près du héros.");
    assertThat(of("station")).isEqualTo("Près de la gare.");
  }

  @Test
  void pronounsDoNotContract() {
    List<FrenchWord> words =
        Phrase.concat(
            FrenchWord.words("envie de"),
            List.of(PersonalPronoun.IT.direct()),
            FrenchWord.words("voir"));

    assertThat(FrenchWriter.write(words, ".")).isEqualTo("Envie de le voir.");
  }

  @Test
  void siIsElidedBeforeIlOnly() {
    assertThat(FrenchWriter.write(FrenchWord.words("si il pleut"), ".")).isEqualTo("S'il pleut.");
    assertThat(FrenchWriter.write(FrenchWord.words("si elle vient"), "."))
        .isEqualTo("Si elle vient.");
  }

  @Test
  void participlesAgreeWithAnObjectThatStandsBefore() {
    Verb receive = LEXICON.verb("receive", Verb.Kind.OBJ);
    NounPhrase letters = NounPhrase.of(Determiner.definite(), noun("letter"), true);
    VerbPhrase phrase = VerbPhrase.of(receive).withObjectBefore(letters.agreement());
    Phrase clause = Clause.of(PersonalPronoun.I, phrase, Tense.PAST).statement();

    assertThat(french(letters.followedBy(Phrase.of("that", "que").then(clause))))
        .isEqualTo("Les lettres que j'ai reçues.");
  }

  @Test
  void theImparfaitIsMadeFromTheFormOfNous() {
    FrenchVerb finish = LEXICON.verb("finish", Verb.Kind.OBJ).french();
    FrenchVerb study = LEXICON.verb("study", Verb.Kind.STUDY).french();

    assertThat(finish.imparfait(PersonalPronoun.I.agreement())).isEqualTo("finissais");
    assertThat(study.imparfait(PersonalPronoun.WE.agreement())).isEqualTo("étudiions");
  }

  @Test
  void comparativesOfBonAndMauvaisAreIrregular() {
    Agreement feminine = Agreement.third(Gender.FEMININE, true);

    assertThat(FrenchWriter.write(adjective("good").frenchComparative(feminine), "."))
        .isEqualTo("Meilleures.");
    assertThat(FrenchWriter.write(adjective("bad").frenchComparative(feminine), "."))
        .isEqualTo("Pires.");
    assertThat(FrenchWriter.write(adjective("old").frenchComparative(feminine), "."))
        .isEqualTo("Plus vieilles.");
  }

  @Test
  void adjectivesChangeBeforeTheirNounOnly() {
    Verb be = LEXICON.verb("be", Verb.Kind.COPULA);
    Complement old = Descriptions.adjective(adjective("old"), Phrase.EMPTY);
    Phrase clause =
        Clause.of(PersonalPronoun.HE, VerbPhrase.of(be, old), Tense.PRESENT)
            .statement()
            .then(Phrase.of("and", "et"))
            .then(
                Clause.of(PersonalPronoun.SHE, VerbPhrase.of(be, old), Tense.PRESENT).statement());

    assertThat(FrenchWriter.write(clause.french(), "."))
        .isEqualTo("Il est vieux et elle est vieille.");
  }

  @Test
  void ofTwoPronounsMeStandsBeforeLeButLuiAfterIt() {
    assertThat(given(PersonalPronoun.SHE, PersonalPronoun.I, Tense.PAST))
        .isEqualTo("Elle me l'a donné.");
    assertThat(given(PersonalPronoun.I, PersonalPronoun.HE, Tense.PAST))
        .isEqualTo("Je le lui ai donné.");
    assertThat(given(PersonalPronoun.WE, PersonalPronoun.THEY, Tense.NEAR_FUTURE))
        .isEqualTo("Nous allons le leur donner.");
  }

  @Test
  void thePastOfHaveToIsAParticipleBeforeAnInfinitive() {
    VerbPhrase phrase =
        VerbPhrase.of(LEXICON.verb("wait", Verb.Kind.OBJ))
            .withPronoun(PersonalPronoun.THEY, VerbPhrase.Role.DIRECT)
            .withModal(LEXICON.verb("have", Verb.Kind.MODAL));
    Phrase clause = Clause.of(PersonalPronoun.SHE, phrase, Tense.PAST).statement();

    assertThat(EnglishWriter.write(clause.english(), ".", false))
        .isEqualTo("She had to wait for them.");
    assertThat(FrenchWriter.write(clause.french(), ".")).isEqualTo("Elle a dû les attendre.");
  }

  @Test
  void adverbsOfMannerStandBeforeTheParticipleIfTheyAreShort() {
    Verb sleep = LEXICON.verb("sleep", Verb.Kind.NONE);
    Verb walk = LEXICON.verb("walk", Verb.Kind.NONE);

    assertThat(past(VerbPhrase.of(sleep).withManner(Phrase.of("well", "bien"))))
        .isEqualTo("Il a bien dormi.");
    assertThat(past(VerbPhrase.of(walk).withManner(Phrase.of("slowly", "lentement"))))
        .isEqualTo("Il a marché lentement.");
    assertThat(past(VerbPhrase.of(walk).withFrequency(Phrase.of("often", "souvent"))))
        .isEqualTo("Il a souvent marché.");
    assertThat(past(VerbPhrase.of(walk).withFrequency(Phrase.of("usually", "d'habitude"))))
        .isEqualTo("D'habitude, il a marché.");
  }

  @Test
  void negatedQuestionsKeepNotWithTheAuxiliary() {
    Clause clause =
        Clause.of(
                PersonalPronoun.SHE,
                VerbPhrase.of(LEXICON.verb("come", Verb.Kind.NONE)),
                Tense.PAST)
            .negated(Negation.NOT);

    assertThat(EnglishWriter.write(clause.question("why", "pourquoi").english(), "?", false))
        .isEqualTo("Why didn't she come?");
    assertThat(FrenchWriter.write(clause.question("why", "pourquoi").french(), "?"))
        .isEqualTo("Pourquoi est-ce qu'elle n'est pas venue ?");
  }

  private static String given(PersonalPronoun subject, PersonalPronoun whom, Tense tense) {
    VerbPhrase phrase =
        VerbPhrase.of(LEXICON.verb("give", Verb.Kind.GIVE))
            .withPronoun(PersonalPronoun.IT, VerbPhrase.Role.DIRECT)
            .givenTo(whom);
    return FrenchWriter.write(Clause.of(subject, phrase, tense).statement().french(), ".");
  }

  private static String past(VerbPhrase phrase) {
    Clause clause = Clause.of(PersonalPronoun.HE, phrase, Tense.PAST);
    return FrenchWriter.write(clause.statement().french(), ".");
  }

  private static String of(String noun) {
    return FrenchWriter.write(
        Phrase.concat(FrenchWord.words("près de"), Things.the(noun(noun)).french()), ".");
  }

  private static String french(NounPhrase phrase) {
    return FrenchWriter.write(phrase.french(), ".");
  }

  private static Noun noun(String english) {
    return LEXICON.nouns(english).get(0);
  }

  private static Adjective adjective(String english) {
    return LEXICON.adjectives().stream()
        .filter(found -> found.english().equals(english))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> lines() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(AgreementTest.class.getResourceAsStream("agreement.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    }
  }
}
