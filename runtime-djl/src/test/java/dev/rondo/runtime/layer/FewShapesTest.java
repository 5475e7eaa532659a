package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FewShapesTest {
  @Property
  void stepsGrowByAnEighthAtMost(@ForAll @IntRange(min = 1) int steps) {
    int rounded = FewShapes.steps(steps);
    assertThat(rounded).isAtLeast(steps);
    assertThat(8L * (rounded - steps)).isLessThan((long) steps);
    assertThat(FewShapes.steps(rounded)).isEqualTo(rounded);
  }

  @Property
  void rowsGrowByAQuarterAtMostAndTheLastIsRepeated(
      @ForAll @IntRange(min = 1, max = 200) int count) {
    List<Integer> rows = IntStream.range(0, count).boxed().toList();
    List<Integer> rounded = FewShapes.rows(rows);
    assertThat(rounded.subList(0, count)).isEqualTo(rows);
    int more = rounded.size() - count;
    assertThat(rounded.subList(count, rounded.size()))
        .isEqualTo(Collections.nCopies(more, count - 1));
    assertThat(4 * more).isLessThan(count);
  }

  @Test
  void thereAreFewOfThem() {
    assertThat(IntStream.rangeClosed(1, 1024).map(FewShapes::steps).distinct().count())
        .isEqualTo(16 + 6 * 8);
    assertThat(
            IntStream.rangeClosed(1, 128)
                .map(count -> FewShapes.rows(Collections.nCopies(count, 1)).size())
                .distinct()
                .count())
        .isEqualTo(8 + 4 * 4);
    assertThat(FewShapes.rows(Collections.nCopies(128, 1))).hasSize(128);
  }
}
