package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSentencesTest {
  @Test
  void equalSentencesAreOneWithSeveralReferences() {
    TestSentences sentences =
        TestSentences.of(
            "here",
            List.of(
                new Pair("Wait.", "Attends."),
                new Pair("No.", "Non."),
                new Pair("Wait.", "Attendez."),
                new Pair("wait.", "Attendre.")));
    assertThat(sentences.english()).containsExactly("Wait.", "No.", "wait.").inOrder();
    assertThat(sentences.references())
        .containsExactly(List.of("Attends.", "Attendez."), List.of("Non."), List.of("Attendre."))
        .inOrder();
  }
}
