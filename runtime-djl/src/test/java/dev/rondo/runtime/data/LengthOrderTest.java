package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LengthOrderTest {
  private static List<float[]> ownLengths(List<int[]> batch) {
    return batch.stream().map(row -> new float[] {row.length, row[0]}).toList();
  }

  private static List<int[]> rows(List<Integer> lengths) {
    List<int[]> rows = new ArrayList<>();
    for (int length : lengths) {
      int[] row = new int[length];
      row[0] = rows.size();
      rows.add(row);
    }
    return rows;
  }

  @Property(seed = "1", tries = 300)
  void resultsComeInTheOrderOfTheRows(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 9_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 20) int batchSize) {
    List<float[]> scores =
        LengthOrder.inBatches(
            rows(lengths),
            row -> row.length,
            batchSize,
            batch -> {
              int longest = batch.stream().mapToInt(row -> row.length).max().orElseThrow();
              assertThat(batch.size()).isAtMost(batchSize);
              assertThat(batch.size() == 1 || batch.size() * longest <= 65_536).isTrue();
              return ownLengths(batch);
            });
    assertThat(scores).hasSize(lengths.size());
    for (int i = 0; i < scores.size(); i++) {
      assertThat(scores.get(i)).isEqualTo(new float[] {lengths.get(i), i});
    }
  }

  @Test
  void similarLengthsAreComputedTogether() {
    List<List<Integer>> batches = new ArrayList<>();
    LengthOrder.inBatches(
        rows(List.of(9, 1, 8, 2)),
        row -> row.length,
        2,
        batch -> {
          batches.add(batch.stream().map(row -> row.length).toList());
          return ownLengths(batch);
        });
    assertThat(batches).containsExactly(List.of(1, 2), List.of(8, 9)).inOrder();
  }

  @Test
  void noRowsHaveNoResults() {
    assertThat(
            LengthOrder.inBatches(
                List.<int[]>of(), row -> row.length, 2, LengthOrderTest::ownLengths))
        .isEmpty();
  }

  @Test
  void wrongArgumentsAreRefused() {
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () ->
                    LengthOrder.inBatches(
                        Arrays.asList(new int[1], null),
                        row -> row.length,
                        2,
                        LengthOrderTest::ownLengths)))
        .isEqualTo("row 1 is null (counted from 0)");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () ->
                    LengthOrder.inBatches(
                        rows(List.of(1)), row -> row.length, 0, LengthOrderTest::ownLengths)))
        .isEqualTo("batchSize is 0, must be at least 1");
  }

  @Test
  void aComputationThatLosesRowsIsAnError() {
    assertThat(
            messageOf(
                IllegalStateException.class,
                () ->
                    LengthOrder.inBatches(
                        rows(List.of(1, 1)), row -> row.length, 2, batch -> List.of(new float[1]))))
        .isEqualTo("computed results of 1 rows, expected 2");
  }
}
