package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTokensTest {
  @Test
  void wordsAndMarksStandApartInLowerCase() {
    assertThat(WordTokens.of("C'est l'Été, non ?")).isEqualTo("c ' est l ' été , non ?");
    assertThat(WordTokens.of("3,5 peut-être…")).isEqualTo("3 , 5 peut - être …");
    assertThat(WordTokens.of(" ")).isEmpty();
  }

  @Test
  void caseAndSpacesMakeNoDifference() {
    List<List<String>> references = List.of(List.of("Est-ce que c'est vrai ?"));
    assertThat(WordTokens.bleu(List.of("est-ce que C'est vrai?"), references).score())
        .isWithin(1e-9)
        .of(100);
  }

  /**
   * Of four words three are right, of three pairs two, of two triples one, and no four in a row.
   */
  @Test
  void anApostropheCutsAWord() {
    assertThat(WordTokens.bleu(List.of("l'ami dort"), List.of(List.of("l'ami mange"))).precisions())
        .containsExactly(75.0, 200 / 3.0, 50.0, 50.0)
        .inOrder();
  }
}
