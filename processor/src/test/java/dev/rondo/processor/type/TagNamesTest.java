package dev.rondo.processor.type;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same cases as those of the runtime's TagScheme. */
class TagNamesTest {
  private static boolean nameSpans(String... names) {
    return TagNames.nameSpans(List.of(names));
  }

  @Test
  void beginningsInsidesAndOutsidesNameSpans() {
    assertThat(nameSpans("O", "B_PER", "I_PER")).isTrue();
    assertThat(nameSpans("B-PER", "I-PER", "B-LOC")).isTrue();
    assertThat(nameSpans("B-B-1", "I-B-1", "O")).isTrue();
    assertThat(nameSpans("O", "B_X", "I_X", "E_X", "S_X")).isTrue();
    assertThat(nameSpans("S_X", "O")).isTrue();
  }

  @Test
  void whatIsNotWholeIsNoScheme() {
    assertThat(nameSpans("NOUN", "VERB")).isFalse();
    assertThat(nameSpans("O", "B_PER", "I_PER", "NOUN")).isFalse();
    assertThat(nameSpans("O", "I_PER")).isFalse();
    assertThat(nameSpans("O", "B_PER", "I_LOC")).isFalse();
    assertThat(nameSpans("O")).isFalse();
    assertThat(nameSpans("O", "B_X", "I_X", "S_X")).isFalse();
    assertThat(nameSpans("B_X", "I_X", "E_X")).isFalse();
  }
}
