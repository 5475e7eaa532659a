package dev.rondo.it.benchmark.adding;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.NetworkHost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddingProblemTest {
  @Test
  void aSequenceMarksANumberOfEachHalfAndAsksForTheirSum() {
    int length = 7;
    Batch<float[], Float> batch = new AddingProblem(length, 1).next(200);
    assertThat(batch.size()).isEqualTo(200);
    assertThat(batch.maxLength()).isEqualTo(length);
    boolean[] marked = new boolean[length];
    for (int row = 0; row < batch.size(); row++) {
      float[] steps = batch.inputs().get(row);
      assertThat(steps).hasLength(2 * length);
      int firstHalf = 0;
      int secondHalf = 0;
      float sum = 0;
      for (int step = 0; step < length; step++) {
        float value = steps[2 * step];
        float mark = steps[2 * step + 1];
        assertThat(value).isAtLeast(0f);
        assertThat(value).isAtMost(1f);
        assertThat(mark == 0 || mark == 1).isTrue();
        if (mark == 1) {
          marked[step] = true;
          firstHalf += step < length / 2 ? 1 : 0;
          secondHalf += step < length / 2 ? 0 : 1;
          sum += value;
        }
      }
      assertThat(firstHalf).isEqualTo(1);
      assertThat(secondHalf).isEqualTo(1);
      assertThat(batch.expected().get(row)).isEqualTo(sum);
    }
    assertThat(marked).asList().doesNotContain(false);
  }

  @Test
  void toAnswerOneAlwaysIsWrongByASixth() {
    assertThat(AddingProblem.errorOfOne(new Batch<>(List.of(1, 2), List.of(0.5f, 2f), 1)))
        .isEqualTo((0.25 + 1) / 2);
    assertThat(AddingProblem.errorOfOne(new AddingProblem(4, 5).next(20_000)))
        .isWithin(0.005)
        .of(1 / 6.0);
  }

  @Test
  void theSameSeedGivesTheSameSequences() {
    assertThat(new AddingProblem(5, 9).next(3).expected())
        .isEqualTo(new AddingProblem(5, 9).next(3).expected());
    assertThat(new AddingProblem(5, 9).next(3).expected())
        .isNotEqualTo(new AddingProblem(5, 8).next(3).expected());
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void everyCellLearnsToAddWhatIsNear(Cell cell) {
    AddingNetwork network = new AddingNetwork(cell, 16);
    AddingTrainer trainer = new AddingTrainer(0.02);
    try (NetworkHost host = trainer.train(network, new AddingProblem(4, 1), 300, 32)) {
      Batch<float[], Float> others = new AddingProblem(4, 2).next(200);
      float error = host.compute(pass -> network.loss(pass, others).getFloat());
      assertThat(error).isLessThan(0.01f);
    }
  }
}
