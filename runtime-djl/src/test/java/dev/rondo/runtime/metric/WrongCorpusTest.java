package dev.rondo.runtime.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WrongCorpusTest {
  private static final List<String> TEXTS = List.of("one", "two");

  private static String refusal(Executable call) {
    return Objects.requireNonNull(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  /** Both metrics say the same, so only what they say is compared. */
  private static String refusal(List<String> hypotheses, List<List<String>> references) {
    String message = refusal(() -> Bleu.standard().corpus(hypotheses, references));
    assertThat(refusal(() -> Chrf.standard().corpus(hypotheses, references))).isEqualTo(message);
    return message;
  }

  @Test
  void anEmptyCorpusIsRefused() {
    assertThat(refusal(List.of(), List.of()))
        .isEqualTo("hypotheses is empty, must have at least one text");
  }

  @Test
  void eachHypothesisNeedsItsReferences() {
    assertThat(refusal(TEXTS, List.of(TEXTS)))
        .isEqualTo(
            "there are 2 hypotheses but references of 1: each hypothesis needs its own list");
    assertThat(refusal(TEXTS, List.of(TEXTS, List.of())))
        .isEqualTo("references[1] is empty, must have at least one text");
    assertThat(refusal(() -> Bleu.standard().sentence("one", List.of())))
        .isEqualTo("references is empty, must have at least one text");
    assertThat(refusal(() -> Chrf.standard().sentence("one", List.of())))
        .isEqualTo("references is empty, must have at least one text");
  }

  @Test
  void nullsAreNamed() {
    assertThat(refusal(Arrays.asList("one", null), List.of(TEXTS, TEXTS)))
        .isEqualTo("hypotheses[1] is null");
    assertThat(refusal(TEXTS, Arrays.asList(null, TEXTS))).isEqualTo("references[0] is null");
    assertThat(refusal(TEXTS, List.of(TEXTS, Arrays.asList("one", null))))
        .isEqualTo("references[1][1] is null");
    assertThat(refusal(() -> Bleu.standard().sentence("one", Arrays.asList("one", null))))
        .isEqualTo("references[1] is null");
  }
}
