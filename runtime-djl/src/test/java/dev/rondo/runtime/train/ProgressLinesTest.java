package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.metric.EditCounts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a training, and when; needs no engine. */
class ProgressLinesTest {
  private final List<String> lines = new ArrayList<>();
  private final TrainingListener listener = TrainingListener.lines(lines::add);

  @Test
  void aTrainingIsToldFromStartToEnd() {
    listener.onStart(new TrainingPlan(3, 2000, 12_345, Device.cpu()));
    EpochReport first = new EpochReport(1, 0.1, 0.5, 0.4, Quality.accuracy(0.75), 2000, 2.5);
    EpochReport second = new EpochReport(2, 0.1, 0.25, 0.5, null, 2000, 2);
    listener.onEpoch(first);
    listener.onEpoch(second);
    listener.onEnd(new TrainingHistory(List.of(first, second), 1));
    assertThat(lines)
        .containsExactly(
            "training 12,345 weights for at most 3 epochs on cpu",
            "epoch 1 of 3: loss 0.5000, 2.5 s, validation loss 0.4000, accuracy 75.0 %",
            "epoch 2 of 3: loss 0.2500, 2.0 s, validation loss 0.5000",
            "kept the weights of epoch 1, the best on the validation data")
        .inOrder();
  }

  @Test
  void withinAnEpochThereIsALineEveryTenSeconds() {
    listener.onStart(new TrainingPlan(1, 200, 1, Device.cpu()));
    double[] seconds = {0.5, 9.9, 10.1, 19.9, 20.2};
    for (int i = 0; i < seconds.length; i++) {
      listener.onBatch(new BatchProgress(1, 1, 20L * (i + 1), 200, 0.5, 0.1, seconds[i]));
    }
    assertThat(lines)
        .containsExactly(
            "training 1 weights for 1 epoch on cpu",
            "epoch 1 of 1: 30 %, loss 0.5000",
            "epoch 1 of 1: 50 %, loss 0.5000")
        .inOrder();
  }

  @Test
  void theNextEpochStartsTheClockAnew() {
    listener.onBatch(new BatchProgress(1, 2, 100, 200, 0.5, 0.1, 60));
    listener.onEpoch(new EpochReport(1, 0.1, 0.5, null, null, 200, 90));
    listener.onBatch(new BatchProgress(2, 2, 100, 200, 0.5, 0.1, 11));
    assertThat(lines).hasSize(3);
  }

  @Test
  void theShareOfBlanksIsToldOfTranscripts() {
    EditCounts none = new EditCounts(0, 0, 0, 1);
    listener.onTranscripts(new TranscriptEvaluation(1, none, none, 1, 0.9375, 0.1));
    listener.onEpoch(new EpochReport(1, 0.1, 0.5, 0.1, null, 200, 9));
    listener.onEpoch(new EpochReport(2, 0.1, 0.5, null, null, 200, 9));
    assertThat(lines.get(0)).endsWith("validation loss 0.1000, 93.8 % blanks");
    assertThat(lines.get(1)).endsWith(" s");
  }

  @Test
  void onlyLargeWeightsAreToldOfBeforehand() {
    listener.onInitialize(new WeightStart("lstm.bias_ih_l0", 4_000, 0, 9_004_000));
    listener.onInitialize(new WeightStart("lstm.weight_hh_l0", 9_000_000, 4_000, 9_004_000));
    assertThat(lines)
        .containsExactly(
            "first values of lstm.weight_hh_l0 (9,000,000 of 9,004,000 numbers, 0 % done)");
  }
}
