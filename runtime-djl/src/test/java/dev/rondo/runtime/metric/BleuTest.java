package dev.rondo.runtime.metric;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.metric.Readme.FEWER_REFERENCES;
import static dev.rondo.runtime.metric.Readme.HYPOTHESES;
import static dev.rondo.runtime.metric.Readme.REFERENCES;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * "Published" values are those of sacreBLEU's own tests, at <a
 * href="https://github.com/mjpost/sacrebleu/tree/f615c7286d4d813370efb824d94fc2bfcd3a6b94/test">f615c72</a>,
 * its version 2.6.0; "computed" ones come from running its {@code bleu.py} of that version.
 */
class BleuTest {
  private static final double PUBLISHED = 1e-6;
  private static final double COMPUTED = 1e-12;

  private static final String ROMANIAN = "producţia de zahăr brut se exprimă în zahăr alb;";
  private static final String ROMANIAN_HYPOTHESIS =
      "Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;";

  private static BleuScore one(String hypothesis, String... references) {
    return Bleu.standard().corpus(List.of(hypothesis), List.of(List.of(references)));
  }

  @Test
  void corpusScoresAreThosePublished() {
    // test_bleu.py, test_corpus_bleu_cases
    assertThat(Bleu.standard().corpus(HYPOTHESES, REFERENCES).score())
        .isWithin(PUBLISHED)
        .of(48.530827);
    assertThat(
            Bleu.standard().tokenization(Tokenization.NONE).corpus(HYPOTHESES, REFERENCES).score())
        .isWithin(PUBLISHED)
        .of(49.1919566);
    assertThat(Bleu.standard().smoothing(Smoothing.NONE).corpus(HYPOTHESES, REFERENCES).score())
        .isWithin(PUBLISHED)
        .of(48.530827);
    assertThat(Bleu.standard().corpus(List.of("", "", ""), REFERENCES).score()).isEqualTo(0);
  }

  @Test
  void sentenceScoresAreThosePublished() {
    // test_sentence_bleu.py, test_cases and test_cases_zero_bleu
    double printed = 1e-3;
    List<String> references = List.of(ROMANIAN);
    assertThat(Bleu.standard().sentence(ROMANIAN_HYPOTHESIS, references).score())
        .isWithin(printed)
        .of(8.493);
    assertThat(
            Bleu.standard()
                .smoothing(Smoothing.NONE)
                .sentence(ROMANIAN_HYPOTHESIS, references)
                .score())
        .isEqualTo(0);
    assertThat(
            Bleu.standard()
                .tokenization(Tokenization.NONE)
                .sentence(ROMANIAN_HYPOTHESIS, references)
                .score())
        .isWithin(printed)
        .of(7.347);
    assertThat(Bleu.standard().sentence("this is a cat", List.of("okay thanks")).score())
        .isEqualTo(0);
  }

  @Test
  void precisionsAreThosePublished() {
    // test_bleu.py, test_case_statistics: 4, 2, 1 and 0 of 6, 5, 4 and 3 n-grams match
    assertThat(
            Bleu.standard()
                .smoothing(Smoothing.NONE)
                .corpus(
                    List.of("am I am a character sequence"),
                    List.of(List.of("I am a symbol string sequence a a")))
                .precisions())
        .containsExactly(400.0 / 6, 200.0 / 5, 100.0 / 4, 0.0)
        .inOrder();
  }

  @Test
  void otherScoresAreThoseComputed() {
    assertThat(one("am I am a character sequence", "I am a symbol string sequence a a").score())
        .isWithin(COMPUTED)
        .of(23.263472697663296);
    assertThat(one("this is a fest", "this is a test").score())
        .isWithin(COMPUTED)
        .of(59.460355750136046);
    assertThat(one("a b c d e", "a b c").score()).isWithin(COMPUTED).of(39.76353643835252);
    assertThat(one("this is a test", "ref1").score()).isEqualTo(0);
  }

  @Test
  void aScorePrintsAsSacrebleusLine() {
    // computed
    assertThat(Bleu.standard().corpus(HYPOTHESES, REFERENCES).toString())
        .isEqualTo(
            "BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len ="
                + " 18)");
    assertThat(one("", "a b").toString())
        .isEqualTo(
            "BLEU = 0.00 0.0/0.0/0.0/0.0 (BP = 0.000 ratio = 0.000 hyp_len = 0 ref_len = 2)");
    // one word of 16 is right: 6.25 %, which Python rounds to 6.2
    assertThat(one("a b c d e f g h i j k l m n o p", "a A B C D E F G H I J K L M N O").toString())
        .isEqualTo(
            "BLEU = 2.45 6.2/3.3/1.8/1.0 (BP = 1.000 ratio = 1.000 hyp_len = 16 ref_len = 16)");
  }

  @Test
  void theSignatureSaysHowAScoreWasComputed() {
    // computed, but for the version
    assertThat(Bleu.standard().corpus(HYPOTHESES, REFERENCES).signature())
        .startsWith("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:rondo");
    assertThat(Bleu.standard().corpus(HYPOTHESES, FEWER_REFERENCES).signature())
        .startsWith("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp|version:rondo");
    assertThat(
            Bleu.standard()
                .lowercase(true)
                .tokenization(Tokenization.NONE)
                .smoothing(Smoothing.NONE)
                .sentence(ROMANIAN_HYPOTHESIS, List.of(ROMANIAN))
                .signature())
        .startsWith("nrefs:1|case:lc|eff:yes|tok:none|smooth:none|version:rondo");
  }

  @Test
  void caseMattersUnlessSetOtherwise() {
    assertThat(Bleu.standard().corpus(Readme.shouted(), REFERENCES).score()).isLessThan(10.0);
    // computed
    assertThat(Bleu.standard().lowercase(true).corpus(Readme.shouted(), REFERENCES).score())
        .isWithin(COMPUTED)
        .of(48.530827009929865);
  }

  @Test
  void theReferenceLengthIsTheClosestAndTheShorterOfTwo() {
    assertThat(one("a b c d e", "a b c", "p q r s t u", "p q r s t u v w").referenceLength())
        .isEqualTo(6);
    assertThat(one("a b c d", "a b c d e f", "a b").referenceLength()).isEqualTo(2);
    assertThat(one("a b c d", "a b", "a b c d e f").referenceLength()).isEqualTo(2);
  }

  @Test
  void anotherReferenceCanLowerTheScoreByItsLength() {
    // the second is nearer in length, and longer than the hypothesis
    assertThat(one("a b c d e", "a b c").brevityPenalty()).isEqualTo(1);
    assertThat(one("a b c d e", "a b c", "p q r s t u").brevityPenalty())
        .isWithin(COMPUTED)
        .of(Math.exp(1 - 6.0 / 5));
  }

  @Test
  void aRepeatedWordCountsNoOftenerThanInOneReference() {
    // Papineni et al. 2002, section 2.1: "the" is right twice of seven times
    assertThat(
            one("the the the the the the the", "the cat is on the mat", "there is a cat on the mat")
                .precisions()
                .get(0))
        .isWithin(COMPUTED)
        .of(200.0 / 7);
  }

  @Test
  void shortTextsNeedTheSentenceScore() {
    // computed: without 4-grams the score of a corpus is 0
    assertThat(one("a b c", "a b c").score()).isEqualTo(0);
    assertThat(Bleu.standard().sentence("a b c", List.of("a b c")).score())
        .isWithin(COMPUTED)
        .of(100);
  }
}
