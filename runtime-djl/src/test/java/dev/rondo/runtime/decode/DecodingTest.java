package dev.rondo.runtime.decode;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DecodingTest {
  private static String messageOf(Runnable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  @Test
  void settersChangeACopy() {
    Decoding usual = Decoding.beam(5);
    Decoding changed = usual.best(3).maximumLength(1, 0).replaceUnknown(true).lengthPenalty(0);
    assertThat(usual.best()).isEqualTo(1);
    assertThat(usual.mostTokens(7)).isEqualTo(24);
    assertThat(usual.replacesUnknown()).isFalse();
    assertThat(usual.penalty().alpha()).isEqualTo(1.5);
    assertThat(changed.beam()).isEqualTo(5);
    assertThat(changed.best()).isEqualTo(3);
    assertThat(changed.mostTokens(7)).isEqualTo(7);
    assertThat(changed.replacesUnknown()).isTrue();
    assertThat(changed.penalty().alpha()).isEqualTo(0.0);
    assertThat(Decoding.greedy().beam()).isEqualTo(1);
  }

  @Test
  void lengthsAreRoundedDownAndAtLeastOne() {
    assertThat(Decoding.greedy().maximumLength(1.5, 0).mostTokens(3)).isEqualTo(4);
    assertThat(Decoding.greedy().maximumLength(0.1, 0).mostTokens(3)).isEqualTo(1);
    assertThat(Decoding.greedy().maximumLength(1e300, 7).mostTokens(3))
        .isEqualTo(Integer.MAX_VALUE - 1);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThat(messageOf(() -> Decoding.beam(0))).isEqualTo("beam is 0, must be from 1 to 100");
    assertThat(messageOf(() -> Decoding.beam(101))).isEqualTo("beam is 101, must be from 1 to 100");
    assertThat(messageOf(() -> Decoding.greedy().lengthPenalty(-0.1)))
        .isEqualTo("lengthPenalty is -0.1, must be from 0 to 5");
    assertThat(messageOf(() -> Decoding.greedy().lengthPenalty(Double.NaN)))
        .isEqualTo("lengthPenalty is NaN, must be from 0 to 5");
    assertThat(messageOf(() -> Decoding.greedy().maximumLength(0, 1)))
        .isEqualTo("the factor of maximumLength is 0.0, must be above 0 and finite");
    assertThat(messageOf(() -> Decoding.greedy().maximumLength(1, -1)))
        .isEqualTo("the extra of maximumLength is -1, must be at least 0");
    assertThat(messageOf(() -> Decoding.beam(3).best(4)))
        .isEqualTo("best is 4, must be at most the beam's width, 3");
    assertThat(messageOf(() -> Decoding.beam(3).best(0)))
        .isEqualTo("best is 0, must be at least 1");
  }
}
