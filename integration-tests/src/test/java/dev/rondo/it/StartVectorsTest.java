package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.TextFileException;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.VectorCoverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word vectors of a file, in every kind of model that has an embedding of tokens. */
class StartVectorsTest {
  private static final double STILL = 1e-30;

  @TempDir private Path folder;
  private int files;

  /** Vectors of so many numbers: of the n-th word n in all places, counted from 1. */
  private WordVectors vectors(int size, String... words) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      text.append(words[i]).append((" " + (i + 1)).repeat(size)).append('\n');
    }
    return WordVectors.of(Files.writeString(folder.resolve("vectors" + files++), text));
  }

  private static float[] row(NetworkHost host, String layer, int row) {
    Weights.Tensor tensor = host.weights().tensors().get(layer + ".weight");
    if (tensor == null) {
      throw new AssertionError(host.weights().tensors().keySet().toString());
    }
    int size = (int) tensor.shape()[1];
    return Arrays.copyOfRange(tensor.values(), row * size, (row + 1) * size);
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  private static final class Told implements TrainingListener {
    private final List<VectorCoverage> coverage = new ArrayList<>();

    @Override
    public void onWordVectors(VectorCoverage one) {
      coverage.add(one);
    }
  }

  @Test
  void aClassifierStartsWithThemAndMayLeaveThemAsTheyAre() throws IOException {
    List<MoodModelExample> train = Sentences.moods(60, 1);
    WordVectors vectors = vectors(8, "lovely", "unseen", "dreadful");
    Told told = new Told();
    try (MoodModelPredictor trained =
            MoodModelTrainer.create().epochs(2).wordVectors(vectors.file()).fit(train);
        MoodModelPredictor frozen =
            MoodModelTrainer.create()
                .epochs(2)
                .listener(told)
                .wordVectors(vectors.frozen())
                .fit(train)) {
      int lovely = frozen.text.vocabulary().id("lovely");
      assertThat(lovely).isAtLeast(2);
      assertThat(row(frozen.host, "embedding", lovely)).isEqualTo(filled(8, 1));
      float[] moved = row(trained.host, "embedding", lovely);
      assertThat(moved).isNotEqualTo(filled(8, 1));
      for (float value : moved) {
        assertThat(value).isWithin(0.5f).of(1);
      }
      assertThat(told.coverage)
          .containsExactly(
              new VectorCoverage(
                  "embedding",
                  vectors.file(),
                  3,
                  8,
                  2,
                  0,
                  frozen.text.size() - 4,
                  told.coverage.get(0).mostFrequentMissing(),
                  true));
      Map<String, String> settings = frozen.history().provenance().orElseThrow().settings();
      assertThat(settings).containsEntry("frozen", "embedding");
      assertThat(settings.get("wordVectors")).startsWith("embedding: 2 exact, 0 lower-cased, ");
    }
  }

  @Test
  void aTrainingGoesOnWithThemFromItsCheckpoint() throws IOException {
    List<MoodModelExample> train = Sentences.moods(60, 1);
    WordVectors vectors = vectors(8, "lovely", "dreadful").frozen();
    Path file = folder.resolve("checkpoint");
    MoodModelTrainer stopped =
        MoodModelTrainer.create().epochs(2).wordVectors(vectors).checkpoint(file);
    stopped.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            stopped.stop();
          }
        });
    stopped.fit(train).close();
    assertThat(
            assertThrows(
                CheckpointException.class,
                () -> MoodModelTrainer.create().epochs(2).checkpoint(file).fit(train)))
        .hasMessageThat()
        .contains("frozen is nothing now, and was embedding");
    WordVectors others = vectors(8, "dreadful", "lovely").frozen();
    assertThat(
            assertThrows(
                CheckpointException.class,
                () ->
                    MoodModelTrainer.create()
                        .epochs(2)
                        .wordVectors(others)
                        .checkpoint(file)
                        .fit(train)))
        .hasMessageThat()
        .contains("wordVectors is embedding: 2 exact");
    WordVectors again = vectors(8, "lovely", "dreadful").frozen();
    try (MoodModelPredictor whole =
            MoodModelTrainer.create().epochs(2).wordVectors(again).fit(train);
        MoodModelPredictor resumed =
            MoodModelTrainer.create().epochs(2).wordVectors(again).checkpoint(file).fit(train)) {
      assertThat(resumed.host.weights().sha256()).isEqualTo(whole.host.weights().sha256());
    }
  }

  @Test
  void whatCannotBeIsTold() throws IOException {
    List<MoodModelExample> train = Sentences.moods(20, 1);
    WordVectors wide = vectors(9, "lovely");
    assertThat(
            assertThrows(
                TextFileException.class,
                () -> MoodModelTrainer.create().wordVectors(wide).fit(train)))
        .hasMessageThat()
        .isEqualTo(
            "\"%s\", line 1: the line has 9 numbers, expected a word and 8 numbers with spaces between"
                    .formatted(wide.file())
                + " them. The embedding has size = 8: write @Embedding(size = 9) where they have as"
                + " many, or take vectors of 8 numbers.");
    WordVectors fitting = vectors(8, "lovely");
    try (MoodModelPredictor model = MoodModelTrainer.create().epochs(1).fit(train)) {
      assertThat(
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      MoodModelTrainer.create()
                          .continueFrom(model)
                          .wordVectors(fitting)
                          .fit(train)))
          .hasMessageThat()
          .contains("call either continueFrom or wordVectors");
    }
  }

  @Test
  void translatorsHaveThemForOneTextOrBothOrOneVocabulary() throws IOException {
    List<NumberWriterExample> pairs = Numbers.spelled(20, 1, " ", NumberWriterExample::new);
    NumberWriterTrainer trainer = NumberWriterTrainer.create().epochs(1).learningRate(STILL);
    Told told = new Told();
    trainer.listener(told).wordVectors("words", vectors(16, "two", "one"));
    trainer.wordVectors("expected", vectors(16, "2", "7").frozen());
    trainer.fit(pairs).close();
    assertThat(told.coverage).hasSize(2);
    for (VectorCoverage coverage : told.coverage) {
      assertThat(coverage.exact()).isEqualTo(2);
    }
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> NumberWriterTrainer.create().wordVectors(vectors(16, "two")).fit(pairs)))
        .hasMessageThat()
        .startsWith("the model has several embeddings, so name the one");
    List<WordTurnerExample> turned = Numbers.turned(20, 1, WordTurnerExample::new);
    Told shared = new Told();
    WordTurnerTrainer.create()
        .epochs(1)
        .listener(shared)
        .wordVectors(vectors(16, "two", "one"))
        .fit(turned)
        .close();
    assertThat(shared.coverage).hasSize(1);
    // case is kept there: "One" is found by its lower case
    assertThat(shared.coverage.get(0).exact()).isEqualTo(1);
    assertThat(shared.coverage.get(0).lowerCased()).isEqualTo(1);
  }

  @Test
  void aTiedLanguageModelScoresByThemToo() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no , it was n't\n".repeat(40));
    try (CutTextModels_TellerPredictor teller =
        CutTextModels_TellerTrainer.create()
            .epochs(1)
            .wordVectors(vectors(24, "no", "it").frozen())
            .fit(text)) {
      assertThat(row(teller.host, "embedding", teller.opening.vocabulary().id("it")))
          .isEqualTo(filled(24, 2));
      assertThat(teller.host.weights().tensors()).doesNotContainKey("dense.weight");
    }
  }
}
