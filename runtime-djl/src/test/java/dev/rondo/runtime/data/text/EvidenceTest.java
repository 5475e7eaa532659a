package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.Prediction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Prediction<Boolean> YES = Prediction.of(Map.of(true, 0.9, false, 0.1));

  @Test
  void itIsTheShareOfKnownTokens() {
    int unknown = Vocabulary.UNKNOWN;
    assertThat(Evidence.of(new int[] {5, unknown, 7, 8})).isEqualTo(0.75);
    assertThat(Evidence.of(new int[] {unknown, unknown})).isEqualTo(0.0);
    assertThat(Evidence.of(new int[0])).isEqualTo(0.0);
    assertThat(
            Evidence.with(List.of(new int[] {5}, new int[] {unknown}), List.of(YES, YES)).stream()
                .map(Prediction::evidence))
        .containsExactly(1.0, 0.0)
        .inOrder();
    assertThat(Evidence.with(new int[] {5, unknown}, YES).value()).isTrue();
  }
}
