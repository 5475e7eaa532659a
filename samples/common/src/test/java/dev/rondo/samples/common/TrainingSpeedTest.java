package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.EpochReport;
import org.junit.jupiter.api.Test;

class TrainingSpeedTest {
  private final TrainingSpeed speed = new TrainingSpeed();

  @Test
  void itIsTheMeanOverTheEpochsWithoutTheirEvaluation() {
    batch(1, 50, 1);
    batch(1, 100, 2);
    epoch(1, 10);
    batch(2, 100, 3);
    epoch(2, 20);
    assertThat(speed.perSecond()).isWithin(1e-9).of(40);
  }

  @Test
  void anEpochThatWasNotCompletedDoesNotCount() {
    batch(1, 100, 2);
    epoch(1, 10);
    batch(2, 90, 1);
    assertThat(speed.perSecond()).isWithin(1e-9).of(50);
  }

  @Test
  void withoutAnEpochItIsNotANumber() {
    batch(1, 50, 1);
    assertThat(speed.perSecond()).isNaN();
  }

  private void batch(int epoch, long done, double seconds) {
    speed.onBatch(new BatchProgress(epoch, 2, done, 100, 0.7, 1e-3, seconds));
  }

  private void epoch(int epoch, double seconds) {
    speed.onEpoch(new EpochReport(epoch, 1e-3, 0.7, null, null, 100, seconds));
  }
}
