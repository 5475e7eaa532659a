package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated models of layers that are more than their plain cells train, save and load. */
class VariantsTest {
  @TempDir private Path folder;

  private static final List<SpamModelExample> TRAINING = Sentences.spam(300, 1);
  private static final List<List<String>> TEST =
      Sentences.spam(100, 2).stream().map(SpamModelExample::words).toList();
  private static final List<Mood> EXPECTED =
      Sentences.spam(100, 2).stream().map(VariantsTest::mood).toList();

  @Test
  void aDeepResidualLstmWithPeepholesLearnsAndSurvivesItsFile() {
    Path file = folder.resolve("model.rondo");
    try (VariantModels_PeepholePredictor model =
        VariantModels_PeepholeTrainer.create()
            .wordsMinFrequency(1)
            .lstmDropout(0.1)
            .fit(
                TRAINING.stream()
                    .map(e -> new VariantModels_PeepholeExample(e.words(), mood(e)))
                    .toList())) {
      List<Prediction<Mood>> answers = model.judgeAllScored(TEST);
      assertLearned(answers);
      model.save(file);
      try (VariantModels_PeepholePredictor loaded = VariantModels_PeepholePredictor.load(file)) {
        assertSame(loaded.judgeAllScored(TEST), answers);
      }
    }
  }

  @Test
  void aNormalizedResidualGruLearnsAndSurvivesItsFile() {
    Path file = folder.resolve("model.rondo");
    try (VariantModels_ResidualPredictor model =
        VariantModels_ResidualTrainer.create()
            .gruRecurrentDropout(0.1)
            .fit(
                TRAINING.stream()
                    .map(e -> new VariantModels_ResidualExample(e.words(), mood(e)))
                    .toList())) {
      List<Prediction<Mood>> answers = model.judgeAllScored(TEST);
      assertLearned(answers);
      model.save(file);
      try (VariantModels_ResidualPredictor loaded = VariantModels_ResidualPredictor.load(file)) {
        assertSame(loaded.judgeAllScored(TEST), answers);
      }
    }
  }

  @Test
  void jordanNetworksLearnAndSurviveTheirFile() {
    Path file = folder.resolve("model.rondo");
    try (VariantModels_JordanPredictor model =
        VariantModels_JordanTrainer.create()
            .fit(
                TRAINING.stream()
                    .map(e -> new VariantModels_JordanExample(e.words(), mood(e)))
                    .toList())) {
      List<Prediction<Mood>> answers = model.judgeAllScored(TEST);
      assertLearned(answers);
      model.save(file);
      try (VariantModels_JordanPredictor loaded = VariantModels_JordanPredictor.load(file)) {
        assertSame(loaded.judgeAllScored(TEST), answers);
      }
    }
  }

  @Test
  void aRateOutOfRangeIsRefused() {
    VariantModels_ResidualTrainer trainer = VariantModels_ResidualTrainer.create();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> trainer.gruRecurrentDropout(1));
    assertThat(e).hasMessageThat().contains("gruRecurrentDropout");
  }

  private static Mood mood(SpamModelExample example) {
    return example.expected() ? Mood.BAD : Mood.GOOD;
  }

  /**
   * Far above chance; not the last one, which is another one on processors that round otherwise.
   */
  private static void assertLearned(List<Prediction<Mood>> answers) {
    int right = 0;
    for (int i = 0; i < answers.size(); i++) {
      right += answers.get(i).value() == EXPECTED.get(i) ? 1 : 0;
    }
    assertThat(right).isAtLeast(90);
  }

  private static void assertSame(List<Prediction<Mood>> actual, List<Prediction<Mood>> expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).probabilities()).isEqualTo(expected.get(i).probabilities());
    }
  }
}
