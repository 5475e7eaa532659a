package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sequences of similar length are read together. */
class LengthPartsTest {
  @Test
  void fewSequencesAreReadAtOnce() {
    assertThat(LengthParts.ends(new int[] {1, 2, 2, 9})).containsExactly(4);
    assertThat(LengthParts.ends(new int[] {7})).containsExactly(1);
  }

  @Test
  void fewLongOnesAreApartFromManyShortOnes() {
    int[] lengths = new int[300];
    Arrays.fill(lengths, 5);
    Arrays.fill(lengths, 296, 300, 50);

    assertThat(LengthParts.ends(lengths)).containsExactly(296, 300).inOrder();
  }

  @Test
  void equalLengthsAreNeverCut() {
    Random random = new Random(3);
    int[] lengths = random.ints(2_000, 1, 51).sorted().toArray();
    List<Integer> ends = LengthParts.ends(lengths);

    assertThat(ends).isInStrictOrder();
    assertThat(ends.get(ends.size() - 1)).isEqualTo(lengths.length);
    assertThat(ends.size()).isGreaterThan(2);
    for (int end : ends.subList(0, ends.size() - 1)) {
      assertThat(lengths[end - 1]).isLessThan(lengths[end]);
    }
  }
}
