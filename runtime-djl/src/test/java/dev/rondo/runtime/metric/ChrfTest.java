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
 * its version 2.6.0; "computed" ones come from running its {@code chrf.py} of that version.
 */
class ChrfTest {
  private static final double COMPUTED = 1e-12;

  private static final String CZECH_HYPOTHESIS =
      "Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře.";
  private static final String CZECH =
      "Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře.";

  private static double one(String hypothesis, String... references) {
    return Chrf.standard().corpus(List.of(hypothesis), List.of(List.of(references))).score();
  }

  @Test
  void scoresOfShortTextsAreThosePublished() {
    // test_chrf.py, test_cases_effective_order; precision is recall here, so beta is nothing to
    // them
    assertThat(one("a", "a")).isEqualTo(100);
    assertThat(one("", "reference")).isEqualTo(0);
    assertThat(one("a b c", "a b c")).isEqualTo(100);
    assertThat(one("a b c", "abc")).isEqualTo(100);
    assertThat(one("", "c")).isEqualTo(0);
    assertThat(one("aa", "ab")).isEqualTo(25);
    assertThat(
            Chrf.standard().corpus(List.of("a", "b"), List.of(List.of("a"), List.of("c"))).score())
        .isEqualTo(50);
  }

  @Test
  void sentenceScoresAreThosePublished() {
    // test_chrf.py, test_sentence_level_chrf: those have epsilon smoothing, which adds less than
    // 1e-3 to texts as long as these
    double smoothing = 1e-3;
    assertThat(Chrf.standard().sentence(CZECH_HYPOTHESIS, List.of(CZECH)).score())
        .isWithin(smoothing)
        .of(39.14078509);
    assertThat(
            one(
                "Nebo prostě nemají vybavení, které by jim pomohlo, uvedli lékaři.",
                "A někdy nemáme ani potřebný materiál, abychom jim pomohli, popsali lékaři."))
        .isWithin(smoothing)
        .of(31.22557079);
    assertThat(
            one(
                "Lapali po dechu, jejich životy skončily dřív, než skutečně začaly.",
                "Lapali po dechu a pak jejich život skončil - dřív, než skutečně mohl začít,"
                    + " připomněli."))
        .isWithin(smoothing)
        .of(57.15704367);
  }

  @Test
  void corpusScoresAreThoseComputed() {
    assertThat(Chrf.standard().corpus(HYPOTHESES, REFERENCES).score())
        .isWithin(COMPUTED)
        .of(59.72751782684763);
    assertThat(Chrf.standard().corpus(HYPOTHESES, FEWER_REFERENCES).score())
        .isWithin(COMPUTED)
        .of(55.80159128024612);
    assertThat(
            Chrf.standard()
                .corpus(
                    HYPOTHESES, REFERENCES.stream().map(several -> several.subList(0, 1)).toList())
                .score())
        .isWithin(COMPUTED)
        .of(50.043063606582294);
    assertThat(one(CZECH_HYPOTHESIS, CZECH)).isWithin(COMPUTED).of(39.14081690316369);
  }

  @Test
  void charactersBeyondTheBasicPlaneAreSingle() {
    // computed
    assertThat(one("😀😁a", "😀b😁a")).isWithin(COMPUTED).of(38.23529411764706);
  }

  @Test
  void caseMattersUnlessSetOtherwise() {
    assertThat(Chrf.standard().corpus(Readme.shouted(), REFERENCES).score()).isLessThan(20.0);
    // computed
    assertThat(Chrf.standard().lowercase(true).corpus(Readme.shouted(), REFERENCES).score())
        .isWithin(COMPUTED)
        .of(60.02302725455764);
  }

  @Test
  void aScorePrintsAsSacrebleusLine() {
    // computed, but for the version
    ChrfScore score = Chrf.standard().corpus(HYPOTHESES, REFERENCES);
    assertThat(score.toString()).isEqualTo("chrF2 = 59.73");
    assertThat(score.signature())
        .startsWith("nrefs:2|case:mixed|eff:yes|nc:6|nw:0|space:no|version:rondo");
    assertThat(Chrf.standard().lowercase(true).corpus(HYPOTHESES, FEWER_REFERENCES).signature())
        .startsWith("nrefs:var|case:lc|eff:yes|nc:6|nw:0|space:no|version:rondo");
  }
}
