package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole trainings of a tiny model. */
class TrainingTest {
  private final List<Sample> samples = Sample.random(40, 1);
  private final List<Sample> validation = Sample.random(20, 2);

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void trainingLearnsTheTask(Optimizer optimizer) {
    TinyTrainer trainer =
        new TinyTrainer()
            .optimizer(optimizer)
            .learningRate(optimizer == Optimizer.SGD ? 0.2 : 0.02)
            .schedule(Schedule.COSINE)
            .epochs(8);
    try (TinyModel model = trainer.fit(Sample.random(80, 1))) {
      assertThat(model.evaluate(validation).accuracy()).isAtLeast(0.9);
    }
  }

  @Test
  void oneSeedGivesBitEqualWeightsAndAnotherDoesNot() {
    Map<String, List<Float>> weights = trainedWeights(7);
    assertThat(trainedWeights(7)).isEqualTo(weights);
    assertThat(trainedWeights(8)).isNotEqualTo(weights);
  }

  private Map<String, List<Float>> trainedWeights(long seed) {
    try (TinyModel model = new TinyTrainer().seed(seed).dropout(0.3).fit(samples)) {
      return model.weights();
    }
  }

  @Test
  void aStreamOfExamplesIsTrainedLikeACollection() {
    List<Integer> done = new ArrayList<>();
    Iterable<Sample> stream = () -> samples.iterator();
    TinyTrainer trainer =
        new TinyTrainer()
            .listener(
                new TrainingListener() {
                  @Override
                  public void onEpoch(EpochReport report) {
                    done.add(Math.toIntExact(report.examples()));
                  }
                });
    try (TinyModel model = trainer.fit(stream)) {
      assertThat(done).containsExactly(40, 40, 40);
      assertThat(model.history().epochs()).hasSize(3);
    }
  }

  @Test
  void twoTrainingsAtOnceGiveWhatEachGivesAlone() throws Exception {
    Map<String, List<Float>> first = weightsOf(new TinyTrainer().seed(1).dropout(0.3));
    Map<String, List<Float>> second = weightsOf(new TinyTrainer().seed(2).dropout(0.3));
    CyclicBarrier eachBatch = new CyclicBarrier(2);
    TrainingListener inStep =
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            try {
              eachBatch.await(60, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        };

    CompletableFuture<Map<String, List<Float>>> one =
        CompletableFuture.supplyAsync(
            () -> weightsOf(new TinyTrainer().seed(1).dropout(0.3).listener(inStep)),
            TrainingTest::newThread);
    CompletableFuture<Map<String, List<Float>>> two =
        CompletableFuture.supplyAsync(
            () -> weightsOf(new TinyTrainer().seed(2).dropout(0.3).listener(inStep)),
            TrainingTest::newThread);

    assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(first);
    assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo(second);
  }

  @Test
  void seedsAndThreadsThatOthersSetChangeNothing() {
    Map<String, List<Float>> undisturbed = weightsOf(new TinyTrainer().dropout(0.3));
    int threads = JniUtils.getNumThreads();
    List<Integer> seen = new ArrayList<>();
    TrainingListener disturbing =
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            seen.add(JniUtils.getNumThreads());
            JniUtils.setSeed(progress.done());
            JniUtils.setNumThreads(threads + 3);
          }
        };
    try {
      assertThat(weightsOf(new TinyTrainer().dropout(0.3).listener(disturbing)))
          .isEqualTo(undisturbed);
      assertThat(new HashSet<>(seen)).containsExactly(threads);
    } finally {
      JniUtils.setNumThreads(threads);
    }
  }

  private static void newThread(Runnable work) {
    new Thread(work, "trains").start();
  }

  private Map<String, List<Float>> weightsOf(TinyTrainer trainer) {
    try (TinyModel model = trainer.fit(samples)) {
      return model.weights();
    }
  }

  @Test
  void trainingContinuesFromAModelAndLeavesItAlone() {
    try (TinyModel first = new TinyTrainer().fit(samples)) {
      Map<String, List<Float>> weights = first.weights();
      // steps this small change nothing: what comes out is what training started with
      TinyTrainer still =
          new TinyTrainer().continueFrom(first).optimizer(Optimizer.SGD).learningRate(1e-30);
      try (TinyModel same = still.fit(samples)) {
        assertThat(same.weights()).isEqualTo(weights);
      }
      try (TinyModel next = new TinyTrainer().continueFrom(first).fit(samples)) {
        assertThat(next.weights()).isNotEqualTo(weights);
        assertThat(first.weights()).isEqualTo(weights);
        assertThat(next.history().epochs().get(0).trainingLoss())
            .isLessThan(first.history().epochs().get(0).trainingLoss());
      }
      assertThat(first.weights()).isEqualTo(weights);
    }
  }

  @Test
  void aListenerHearsOfEachBatchEpochAndTheEnd() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onStart(TrainingPlan plan) {
            heard.add(
                "start: " + plan.epochs() + " of " + plan.examples() + " on " + plan.device());
          }

          @Override
          public void onBatch(BatchProgress progress) {
            heard.add("batch: " + progress.epoch() + ", " + progress.done());
          }

          @Override
          public void onEpoch(EpochReport report) {
            heard.add("epoch: " + report.epoch() + " of " + report.examples());
          }

          @Override
          public void onEnd(TrainingHistory history) {
            heard.add("end: " + history.epochs().size() + ", best " + history.bestEpoch());
          }
        };
    TinyTrainer trainer = new TinyTrainer().epochs(2).batchSize(20).listener(listener);
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(heard)
          .containsExactly(
              "start: 2 of 40 on cpu",
              "batch: 1, 20",
              "batch: 1, 40",
              "epoch: 1 of 40",
              "batch: 2, 20",
              "batch: 2, 40",
              "epoch: 2 of 40",
              "end: 2, best 2")
          .inOrder();
      assertThat(model.history().bestEpoch()).isEqualTo(2);
    }
  }

  @Test
  void epochsReportLossesAndAccuracy() {
    TinyTrainer trainer = new TinyTrainer().validateOn(validation);
    try (TinyModel model = trainer.fit(samples)) {
      EpochReport best = model.history().epochs().get(model.history().bestEpoch() - 1);
      Evaluation evaluation = model.evaluate(validation);
      assertThat(best.validationLoss()).isEqualTo(evaluation.loss());
      assertThat(best.validationQuality()).isEqualTo(Quality.accuracy(evaluation.accuracy()));
      assertThat(best.learningRate()).isEqualTo(0.02);
      assertThat(best.trainingLoss()).isGreaterThan(0.0);
    }
  }

  @Test
  void settingsOutOfRangeAreNamedAndTheFormerValueStays() {
    TinyTrainer trainer = new TinyTrainer();
    assertRefused("learningRate is 0.0, must be above 0", () -> trainer.learningRate(0));
    assertRefused("learningRate is NaN, must be above 0", () -> trainer.learningRate(Double.NaN));
    assertRefused("warmup is 1.0, must be in [0, 1)", () -> trainer.warmup(1));
    assertRefused("decayEvery is 0, must be at least 1", () -> trainer.decayEvery(0));
    assertRefused("decayFactor is 1.0, must be in (0, 1)", () -> trainer.decayFactor(1));
    assertRefused("epochs is 0, must be at least 1", () -> trainer.epochs(0));
    assertRefused("batchSize is -1, must be at least 1", () -> trainer.batchSize(-1));
    assertRefused("clipNorm is -0.5, must be 0 or more", () -> trainer.clipNorm(-0.5));
    assertRefused("momentum is 1.0, must be in [0, 1)", () -> trainer.momentum(1));
    assertRefused("weightDecay is -1.0, must be 0 or more", () -> trainer.weightDecay(-1));
    assertRefused("labelSmoothing is 1.0, must be in [0, 1)", () -> trainer.labelSmoothing(1));
    assertRefused("patience is -1, must be 0 or more", () -> trainer.patience(-1));
    assertThat(trainer.options()).isEqualTo(new TinyTrainer().options());
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }
}
