package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.it.CodeModel.Kind;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.TrainingException;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  @TempDir private Path folder;

  @Test
  void aBidirectionalClassifierOfWordsLearnsWhatDecides() {
    try (MoodModelPredictor model = MoodModelTrainer.create().fit(Sentences.moods(400, 1))) {
      Evaluation evaluation = model.evaluate(Sentences.moods(200, 2));
      assertThat(evaluation.accuracy()).isAtLeast(0.98);
      assertThat(evaluation.examples()).isEqualTo(200);
      assertThat(model.judge("we saw the charming film")).isEqualTo(Mood.GOOD);
      assertThat(model.judge("a dreadful train")).isEqualTo(Mood.BAD);
    }
  }

  @Test
  void aDeepYesOrNoModelOfTokensLearnsWhatDecides() {
    try (SpamModelPredictor model = SpamModelTrainer.create().fit(Sentences.spam(400, 1))) {
      assertThat(model.evaluate(Sentences.spam(200, 2)).accuracy()).isAtLeast(0.98);
      assertThat(model.isSpam(List.of("it", "was", "awful"))).isTrue();
      assertThat(model.isSpamScored(List.of("it", "was", "superb")).probability(false))
          .isGreaterThan(0.8);
    }
  }

  @Test
  void yesIsAnsweredFromTheProbabilityThatTheTrainerSays() {
    Path file = folder.resolve("careful.rondo");
    List<String> words = List.of("it", "was", "awful");
    List<SpamModelExample> examples = Sentences.spam(50, 1);
    try (SpamModelPredictor usual = SpamModelTrainer.create().epochs(2).seed(1).fit(examples)) {
      double yes = usual.isSpamScored(words).probability(true);
      boolean other = !usual.isSpam(words);
      try (SpamModelPredictor careful =
          SpamModelTrainer.create()
              .epochs(2)
              .seed(1)
              .threshold(other ? yes : Math.nextUp(yes))
              .fit(examples)) {
        careful.save(file);
        assertThat(careful.isSpam(words)).isEqualTo(other);
        assertThat(careful.isSpamScored(words).probability(true)).isEqualTo(yes);
      }
      try (SpamModelPredictor loaded = SpamModelPredictor.load(file)) {
        assertThat(loaded.isSpam(words)).isEqualTo(other);
      }
    }
    for (double outside : new double[] {0, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> SpamModelTrainer.create().threshold(outside));
    }
  }

  @Test
  void aModelOfCharactersWithAttentionLearnsWhatDecides() {
    List<CodeModel_ClassifierExample> examples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      examples.add(new CodeModel_ClassifierExample(Integer.toString(i * 977), Kind.DIGITS));
      examples.add(
          new CodeModel_ClassifierExample(
              Integer.toString(1000 + i * 977, 36).replaceAll("\\d", "x"), Kind.LETTERS));
    }
    try (CodeModel_ClassifierPredictor model = CodeModel_ClassifierTrainer.create().fit(examples)) {
      assertThat(model.classify("90210").value()).isEqualTo(Kind.DIGITS);
      assertThat(model.classify("hello").probability(Kind.LETTERS)).isGreaterThan(0.8);
      assertThat(model.classifyAll(List.of("7", "seven")).get(1).value()).isEqualTo(Kind.LETTERS);
    }
  }

  @Test
  void anObserverIsShownTheModelAfterEachEpoch() {
    List<Mood> answers = new ArrayList<>();
    MoodModelTrainer trainer =
        MoodModelTrainer.create()
            .epochs(3)
            .observer(model -> answers.add(model.judge("we saw the charming film")));
    try (MoodModelPredictor model = trainer.fit(Sentences.moods(100, 1))) {
      assertThat(answers).hasSize(3);
      assertThat(answers.get(2)).isEqualTo(model.judge("we saw the charming film"));
    }
  }

  @Test
  void theSameSeedGivesTheSameModelToTheLastBit() throws Exception {
    assertThat(saved(1)).isEqualTo(saved(1));
    assertThat(saved(1)).isNotEqualTo(saved(2));
  }

  private String saved(long seed) throws Exception {
    Path file = folder.resolve("model.rondo");
    try (MoodModelPredictor model =
        MoodModelTrainer.create().seed(seed).epochs(2).fit(Sentences.moods(100, 1))) {
      model.save(file);
      // the history in the file tells how long it took: compare what the weights answer
      return model.judgeAllScored(texts(Sentences.moods(50, 3))).toString()
          + model.judgeScored("lovely awful").probabilities()
          + Arrays.toString(weights(file));
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] weights(Path file) throws Exception {
    try (var zip = new java.util.zip.ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry("weights.safetensors"))) {
      return in.readAllBytes();
    }
  }

  @Test
  void allOptimizersAndSchedulesLearn() {
    List<MoodModelExample> examples = Sentences.moods(300, 1);
    List<MoodModelTrainer> trainers =
        List.of(
            MoodModelTrainer.create().optimizer(Optimizer.ADAMW).weightDecay(0.01),
            MoodModelTrainer.create().optimizer(Optimizer.SGD).learningRate(0.3).epochs(20),
            MoodModelTrainer.create().schedule(Schedule.COSINE).labelSmoothing(0.1),
            MoodModelTrainer.create().schedule(Schedule.STEP).decayEvery(3).clipNorm(1));
    for (MoodModelTrainer trainer : trainers) {
      try (MoodModelPredictor model = trainer.fit(examples)) {
        assertThat(model.evaluate(examples).accuracy()).isAtLeast(0.95);
      }
    }
  }

  @Test
  void trainingContinuesFromAModelAndLeavesItAsItIs() {
    List<MoodModelExample> examples = Sentences.moods(200, 1);
    try (MoodModelPredictor first = MoodModelTrainer.create().epochs(1).fit(examples)) {
      double before = first.evaluate(examples).loss();
      try (MoodModelPredictor second =
          MoodModelTrainer.create().epochs(3).continueFrom(first).fit(examples)) {
        assertThat(second.evaluate(examples).loss()).isLessThan(before);
      }
      assertThat(first.evaluate(examples).loss()).isEqualTo(before);
    }
  }

  @Test
  void stopEndsAfterTheCurrentBatch() {
    MoodModelTrainer trainer = MoodModelTrainer.create();
    List<BatchProgress> seen = new ArrayList<>();
    trainer.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            seen.add(progress);
            if (seen.size() == 3) {
              trainer.stop();
            }
          }
        });
    try (MoodModelPredictor model = trainer.fit(Sentences.moods(200, 1))) {
      assertThat(seen).hasSize(3);
      assertThat(model.history().epochs()).isEmpty();
      assertThat(model.judge("lovely")).isNotNull();
    }
  }

  @Test
  void validationKeepsTheBestEpoch() {
    try (MoodModelPredictor model =
        MoodModelTrainer.create()
            .epochs(6)
            .validateOn(Sentences.moods(100, 2))
            .fit(Sentences.moods(200, 1))) {
      int best = model.history().bestEpoch();
      assertThat(best).isAtLeast(1);
      Double bestLoss = model.history().epochs().get(best - 1).validationLoss();
      assertThat(model.evaluate(Sentences.moods(100, 2)).loss()).isEqualTo(bestLoss);
    }
  }

  @Test
  void aStreamOfExamplesIsReadAnewEachEpoch() {
    List<MoodModelExample> examples = Sentences.moods(150, 1);
    int[] iterations = {0};
    Iterable<MoodModelExample> stream =
        () -> {
          iterations[0]++;
          return examples.iterator();
        };
    try (MoodModelPredictor model = MoodModelTrainer.create().epochs(6).fit(stream)) {
      assertThat(model.evaluate(examples).accuracy()).isAtLeast(0.95);
      assertThat(iterations[0]).isAtLeast(7);
    }
  }

  @Test
  void nothingToLearnFromIsAnError() {
    MoodModelTrainer trainer = MoodModelTrainer.create();
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> trainer.fit(Collections.emptyList()))
                .getMessage())
        .contains("no examples");
  }

  @Test
  void aLossThatIsNoNumberNamesEpochBatchAndLearningRate() {
    MoodModelTrainer trainer =
        MoodModelTrainer.create().optimizer(Optimizer.SGD).learningRate(3e38).clipNorm(0);
    List<MoodModelExample> examples = Sentences.moods(100, 1);
    TrainingException thrown = assertThrows(TrainingException.class, () -> trainer.fit(examples));
    assertThat(thrown)
        .hasMessageThat()
        .containsMatch("the loss is .* in epoch 1, batch \\d+, at learning rate 3.0E38");
  }

  private static List<String> texts(List<MoodModelExample> examples) {
    return examples.stream().map(MoodModelExample::text).toList();
  }
}
