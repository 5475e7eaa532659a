package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.Schedule;
import dev.rondo.runtime.train.update.LearningRate;
import org.junit.jupiter.api.Test;

/** The learning rate over a training; needs no engine. */
class LearningRateTest {
  @Test
  void constantStaysAsWritten() {
    TrainingOptions options = options(Schedule.CONSTANT).build();
    assertThat(LearningRate.of(options, 1, 0)).isEqualTo(0.4);
    assertThat(LearningRate.of(options, 9, 0.99)).isEqualTo(0.4);
  }

  @Test
  void stepMultipliesAfterEveryFewEpochs() {
    TrainingOptions options = options(Schedule.STEP).decayEvery(3).decayFactor(0.1).build();
    double[] expected = {0.4, 0.4, 0.4, 0.04, 0.04, 0.04, 0.004};
    for (int epoch = 1; epoch <= expected.length; epoch++) {
      assertThat(LearningRate.of(options, epoch, 0.5)).isWithin(1e-15).of(expected[epoch - 1]);
    }
  }

  @Test
  void cosineRisesLinearlyThenFallsToZero() {
    TrainingOptions options = options(Schedule.COSINE).warmup(0.2).build();
    assertThat(LearningRate.of(options, 1, 0)).isEqualTo(0);
    assertThat(LearningRate.of(options, 1, 0.05)).isWithin(1e-12).of(0.1);
    assertThat(LearningRate.of(options, 1, 0.2)).isWithin(1e-12).of(0.4);
    assertThat(LearningRate.of(options, 1, 0.6)).isWithin(1e-12).of(0.2);
    assertThat(LearningRate.of(options, 1, 0.4)).isWithin(1e-12).of(0.2 * (1 + Math.sqrt(0.5)));
    assertThat(LearningRate.of(options, 1, 1)).isWithin(1e-12).of(0);
  }

  @Test
  void cosineWithoutWarmupStartsAtTheHighest() {
    TrainingOptions options = options(Schedule.COSINE).warmup(0).build();
    assertThat(LearningRate.of(options, 1, 0)).isEqualTo(0.4);
  }

  @Test
  void theShareOfStepsCountsExamplesOverAllEpochs() {
    TrainingOptions options = options(Schedule.COSINE).warmup(0.5).epochs(2).build();
    TrainingProgress progress = new TrainingProgress(options, 10);
    progress.nextEpoch();
    progress.nextStep();
    assertThat(progress.learningRate()).isEqualTo(0);
    progress.add(1, 4);
    progress.nextStep();
    assertThat(progress.learningRate()).isWithin(1e-12).of(0.4 * 0.4);
    progress.add(1, 6);
    progress.nextEpoch();
    progress.nextStep();
    assertThat(progress.learningRate()).isWithin(1e-12).of(0.4);
  }

  private static TrainingOptions.Builder options(Schedule schedule) {
    return TrainingOptions.builder().learningRate(0.4).schedule(schedule);
  }
}
