package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void eachTokenIsForetoldFromThoseBeforeItAndTheEndFromAll() {
    Targets targets = Targets.of(List.of(new int[] {5, 6}, new int[0], new int[] {7}));

    assertThat(targets.inputs().get(0)).isEqualTo(new int[] {0, 5, 6});
    assertThat(targets.inputs().get(1)).isEqualTo(new int[] {0});
    assertThat(targets.inputs().get(2)).isEqualTo(new int[] {0, 7});
    assertThat(targets.outputs()).containsExactly(5, 6, 0, 0, 7, 0).inOrder();
    assertThat(targets.count()).isEqualTo(6);
  }

  @Test
  void allRowsAreCountedWithTheirEnds() {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      lengths.add(i % 7);
    }
    Rows<int[], int[]> rows =
        Rows.of(lengths, length -> new Row<>(new int[1], new int[length], 1 + length));
    assertThat(Targets.count(rows)).isEqualTo(3000 + lengths.stream().mapToLong(i -> i).sum());
  }
}
