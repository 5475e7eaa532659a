package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.Optimizer;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.metric.Likelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that fail say why, free their native memory and leave the thread as it was. */
class FailedTrainingTest {
  private final List<Sample> samples = Sample.random(24, 1);
  private int arrays;
  private boolean gradMode;

  /** What is loaded once stays. */
  @BeforeAll
  static void loadKernels() {
    new TinyTrainer().epochs(1).fit(Sample.random(4, 1)).close();
  }

  @BeforeEach
  void count() {
    arrays = NativeArrays.count();
    gradMode = JniUtils.isGradMode();
  }

  @AfterEach
  void everythingIsFreedAndRestored() {
    assertThat(NativeArrays.count()).isEqualTo(arrays);
    assertThat(JniUtils.isGradMode()).isEqualTo(gradMode);
  }

  @Test
  void aLossThatIsNoNumberNamesEpochBatchAndLearningRate() {
    TinyTrainer trainer =
        new TinyTrainer().optimizer(Optimizer.SGD).learningRate(1e300).momentum(0).clipNorm(0);

    TrainingException e = assertThrows(TrainingException.class, () -> trainer.fit(samples));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "the loss is NaN in epoch 1, batch 2, at learning rate 1.0E300. A lower learningRate or"
                + " clipNorm keeps the weights from growing without bounds.");
  }

  @Test
  void weightsThatRanAwayInTheLastStepAreFound() {
    TinyTrainer trainer =
        new TinyTrainer()
            .optimizer(Optimizer.SGD)
            .learningRate(1e300)
            .momentum(0)
            .clipNorm(0)
            .epochs(1)
            .batchSize(24);

    TrainingException e = assertThrows(TrainingException.class, () -> trainer.fit(samples));

    assertThat(e)
        .hasMessageThat()
        .containsMatch("^the sum of [a-z_.0]+ is (NaN|-?Infinity) in epoch 1, batch 1,");
  }

  @Test
  void aValidationLossThatIsNoNumberEndsTheTraining() {
    TinyTrainer trainer = new TinyTrainer();
    Evaluation broken =
        new Evaluation(
            EnumCodec.of(Sign.values()).classes().stream().map(Sign::name).toList(),
            new long[][] {{1, 0}, {0, 1}},
            new long[2],
            Double.NaN,
            Double.NaN,
            new Likelihood(Double.NaN, new CalibrationBins().report()));
    TinyNetwork network = new TinyNetwork(4, 2, Activation.NONE);
    TrainingRun run = trainer.start(network, null, 1);
    assertThat(run.nextEpoch()).isTrue();
    run.batches(rows()).forEach(batch -> run.nextStep(batch).close());

    TrainingException e = assertThrows(TrainingException.class, () -> run.endEpoch(() -> broken));

    assertThat(e).hasMessageThat().startsWith("the validation loss is NaN in epoch 1, batch 1,");
    run.close();
  }

  private static Rows<int[], Integer> rows() {
    return Rows.of(List.of(1), one -> new Row<>(new int[] {one}, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "batch", "epoch", "end"})
  void whatAListenerThrowsEndsTheTraining(String when) {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void onStart(TrainingPlan plan) {
            at("start");
          }

          @Override
          public void onBatch(BatchProgress progress) {
            at("batch");
          }

          @Override
          public void onEpoch(EpochReport report) {
            at("epoch");
          }

          @Override
          public void onEnd(TrainingHistory history) {
            at("end");
          }

          private void at(String event) {
            if (event.equals(when)) {
              throw new UnsupportedOperationException(event);
            }
          }
        };
    TinyTrainer trainer = new TinyTrainer().listener(failing);

    UnsupportedOperationException e =
        assertThrows(UnsupportedOperationException.class, () -> trainer.fit(samples));

    assertThat(e).hasMessageThat().isEqualTo(when);
  }

  @Test
  void aStreamThatShrinksEndsTheTraining() {
    AtomicInteger iterations = new AtomicInteger();
    Iterable<Sample> shrinking =
        () -> samples.subList(0, iterations.getAndIncrement() < 2 ? 24 : 9).iterator();

    assertThrows(IllegalStateException.class, () -> new TinyTrainer().fit(shrinking));
  }

  @Test
  void aTokenBeyondTheVocabularyEndsTheTraining() {
    List<Sample> beyond = new ArrayList<>(samples);
    beyond.add(new Sample(new int[] {Sample.VOCABULARY}, Sign.PLUS));
    assertThrows(RuntimeException.class, () -> new TinyTrainer().fit(beyond));
  }

  @Test
  void noExamplesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TinyTrainer().fit(List.of()));
    TinyTrainer trainer = new TinyTrainer().validateOn(List.of());
    assertThrows(IllegalArgumentException.class, () -> trainer.fit(samples));
  }

  @Test
  void aDeviceThatIsMissingIsNeverReplaced() {
    TinyTrainer trainer = new TinyTrainer().device(Device.gpu(999));
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> trainer.fit(samples));
    assertThat(e)
        .hasMessageThat()
        .startsWith("device cuda:999 is not available: this process sees ");
  }
}
