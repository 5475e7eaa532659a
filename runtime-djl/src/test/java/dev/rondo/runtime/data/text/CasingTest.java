package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CasingTest {
  @Test
  void manyWordsWithoutACapitalAreLikelyToBeAMistake() {
    assertThat(Casing.warning(Map.of("ein", 600L, "mann", 400L, ".", 100L)).orElseThrow())
        .startsWith("none of 1,000 words that the vocabulary is learned from has a capital letter");
  }

  @Test
  void oneCapitalIsEnough() {
    assertThat(Casing.warning(Map.of("ein", 600_000L, "Mann", 1L)).isPresent()).isFalse();
  }

  @Test
  void fewWordsSayNothing() {
    assertThat(Casing.warning(Map.of("ein", 999L)).isPresent()).isFalse();
  }

  @Test
  void writingSystemsWithoutCaseHaveNoCapitals() {
    assertThat(Casing.warning(Map.of("日本", 5_000L, "नमस्ते", 5_000L)).isPresent()).isFalse();
  }
}
