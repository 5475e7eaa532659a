package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void theClosestNameIsMeant() {
    List<String> names = List.of("NEUTRAL", "NEGATIVE", "POSITIVE");
    assertThat(Wording.didYouMean("negatve", names)).isEqualTo(" Did you mean \"NEGATIVE\"?");
    assertThat(Wording.didYouMean("POSITIEV", names)).isEqualTo(" Did you mean \"POSITIVE\"?");
    assertThat(Wording.didYouMean("happy", names)).isEmpty();
    assertThat(Wording.didYouMean("", names)).isEmpty();
    assertThat(Wording.didYouMean("2", List.of("A", "B"))).isEmpty();
  }

  @Test
  void distancesCountInsertionsDeletionsReplacementsAndSwaps() {
    assertThat(Wording.editDistance("", "abc")).isEqualTo(3);
    assertThat(Wording.editDistance("abc", "abc")).isEqualTo(0);
    assertThat(Wording.editDistance("kitten", "sitting")).isEqualTo(3);
    assertThat(Wording.editDistance("ab", "ba")).isEqualTo(1);
    assertThat(Wording.editDistance("abcd", "acbd")).isEqualTo(1);
  }

  @Test
  void longListsAreCut() {
    List<String> names = IntStream.range(0, 21).mapToObj(i -> "N" + i).toList();
    assertThat(Wording.list(names)).endsWith("N18, N19, ... (21 in all)");
    assertThat(Wording.list(names.subList(0, 20))).endsWith("N18, N19");
  }
}
