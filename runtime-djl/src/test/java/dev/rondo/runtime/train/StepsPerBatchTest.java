package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch is bounded by its padded steps, too. */
class StepsPerBatchTest {
  private static int batches(TinyTrainer trainer, List<Sample> samples) {
    int[] count = {0};
    trainer
        .epochs(1)
        .batchSize(8)
        .listener(
            new TrainingListener() {
              @Override
              public void onBatch(BatchProgress progress) {
                count[0]++;
              }

              @Override
              public void onWarning(String warning) {}
            })
        .fit(samples)
        .close();
    return count[0];
  }

  @Test
  void fewStepsMakeSmallBatches() {
    List<Sample> samples = Sample.random(24, 1);
    assertThat(batches(new TinyTrainer(), samples)).isEqualTo(3);
    assertThat(batches(new TinyTrainer().stepsPerBatch(1), samples)).isEqualTo(24);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new TinyTrainer().stepsPerBatch(0));
    assertThat(refused).hasMessageThat().isEqualTo("stepsPerBatch is 0, must be at least 1");
  }
}
