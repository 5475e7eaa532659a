package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.layer.AttentionScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encoders with decoders learn what they can be seen to have learned. */
class TranslationTrainingTest {
  @ParameterizedTest
  @CsvSource({"GENERAL, false, false", "GENERAL, false, true", "ADDITIVE, true, true"})
  void sequencesAreCopiedAndReversed(AttentionScore score, boolean feeding, boolean reversed) {
    List<Pair> pairs = Pair.random(1, 2000, reversed);
    try (PairModel model = new PairTrainer(feeding, score).fit(pairs)) {
      assertThat(model.exact(Pair.random(2, 500, reversed))).isAtLeast(0.99);
    }
  }

  @Test
  void progressAndLossAreCountedInTargetTokens() {
    List<Pair> pairs = Pair.random(3, 50, false);
    long tokens = pairs.stream().mapToLong(pair -> pair.target().length + 1L).sum();
    List<BatchProgress> batches = new ArrayList<>();
    List<TrainingPlan> plans = new ArrayList<>();
    PairTrainer trainer =
        new PairTrainer(false, AttentionScore.DOT)
            .epochs(1)
            .batchSize(16)
            .learningRate(1e-30)
            .validateOn(pairs)
            .listener(
                new TrainingListener() {
                  @Override
                  public void onStart(TrainingPlan plan) {
                    plans.add(plan);
                  }

                  @Override
                  public void onBatch(BatchProgress progress) {
                    batches.add(progress);
                  }
                });
    try (PairModel model = trainer.fit(pairs)) {
      EpochReport report = model.history.epochs().get(0);
      assertThat(plans.get(0).examples()).isEqualTo(tokens);
      assertThat(batches).hasSize(4);
      assertThat(batches.get(3).done()).isEqualTo(tokens);
      assertThat(report.examples()).isEqualTo(tokens);
      // with weights that do not move, the mean over batches of different sizes is that over tokens
      assertThat(report.trainingLoss()).isWithin(1e-5).of(model.evaluate(pairs).loss());
      assertThat(report.validationQuality()).isEqualTo(model.evaluate(pairs).quality());
    }
  }
}
