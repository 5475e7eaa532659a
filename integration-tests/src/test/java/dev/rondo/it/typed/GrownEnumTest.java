package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.it.typed.Models.LaterStage;
import dev.rondo.it.typed.Models.LaterStaged;
import dev.rondo.it.typed.Models.Stage;
import dev.rondo.it.typed.Models.Staged;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training goes on from a model whose enums have gained constants since: two interfaces that
 * model files call by one name are the model before and after.
 */
class GrownEnumTest {
  @TempDir private Path folder;
  private Path file;

  private static Models_StagesTrainer before() {
    return Models_StagesTrainer.create().epochs(2).seed(5).listener(new TrainingListener() {});
  }

  private static Models_LaterStagesTrainer after(TrainingListener listener) {
    return Models_LaterStagesTrainer.create().epochs(1).learningRate(1e-30).listener(listener);
  }

  private static List<Models_LaterStagesExample> later() {
    List<Models_LaterStagesExample> examples = new ArrayList<>();
    for (LaterStage stage : LaterStage.values()) {
      for (int i = 0; i < 6; i++) {
        examples.add(
            new Models_LaterStagesExample(
                List.of("word" + List.of(LaterStage.values()).indexOf(stage), "other" + i),
                new LaterStaged(stage, EnumSet.of(stage))));
      }
    }
    return examples;
  }

  @BeforeEach
  void train() {
    file = folder.resolve("stages.rondo");
    List<Models_StagesExample> examples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Stage stage = List.of(Stage.values()).get(i % 2);
      examples.add(
          new Models_StagesExample(
              List.of("word" + i % 4, "other" + i % 3), new Staged(stage, Set.of(stage))));
    }
    try (Models_StagesPredictor model = before().fit(examples)) {
      model.save(file);
    }
  }

  private static List<Float> row(Learned learned, String weight, String codec, String entry) {
    Weights.Tensor tensor = Objects.requireNonNull(learned.weights().tensors().get(weight));
    int row = Objects.requireNonNull(learned.codecs().get(codec)).entries().indexOf(entry);
    int width = tensor.values().length / (int) tensor.shape()[0];
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      values.add(tensor.values()[row * width + i]);
    }
    return values;
  }

  @Test
  void whatIsKnownOfConstantsStaysTheirsAndNewOnesStartAnew() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onTransfer(List<String> taken, List<String> left) {
            told.addAll(taken);
            told.addAll(left);
          }

          @Override
          public void onWarning(String warning) {}
        };
    try (Models_StagesPredictor old = Models_StagesPredictor.load(file);
        Models_LaterStagesPredictor start = Models_LaterStagesPredictor.loadForTraining(file);
        Models_LaterStagesPredictor fresh = after(listener).seed(5).fit(later());
        Models_LaterStagesPredictor grown =
            after(listener).seed(5).continueFrom(start).fit(later())) {
      assertThat(told)
          .containsAtLeast(
              "embedding.weight",
              "gru.weight_hh_l0",
              "stageDense.weight (2 of 3 rows)",
              "possibleDense.bias (2 of 3 rows)");
      for (String head : List.of("stage", "possible")) {
        for (String weight : List.of(head + "Dense.weight", head + "Dense.bias")) {
          for (String constant : List.of("EARLY", "LATE")) {
            assertThat(row(grown.learned(), weight, head, constant))
                .isEqualTo(row(old.learned(), weight, head, constant));
          }
          // the third row, as a new model starts it, in which that is another constant's
          if (weight.endsWith("weight")) { // biases start at 0, to which the least step adds
            assertThat(row(grown.learned(), weight, head, "MIDDLE"))
                .isEqualTo(row(fresh.learned(), weight, head, "EARLY"));
          }
        }
      }
      assertThat(grown.provenance().orElseThrow().settings())
          .containsEntry("continueFrom", start.host.weights().sha256());
      assertThat(start.read(List.of("word1")).stage().name())
          .isEqualTo(old.read(List.of("word1")).stage().name());
      assertThat(start.readScored(List.of("word1")).stage().probabilities()).hasSize(2);
      grown.save(folder.resolve("later.rondo"));
      try (Models_LaterStagesPredictor loaded =
          Models_LaterStagesPredictor.load(folder.resolve("later.rondo"))) {
        assertThat(loaded.readScored(List.of("word1")).stage().probabilities()).hasSize(3);
        assertThat(loaded.readScored(List.of("word1")).toString())
            .isEqualTo(grown.readScored(List.of("word1")).toString());
      }
    }
  }

  @Test
  void theNewConstantIsLearned() {
    try (Models_LaterStagesPredictor start = Models_LaterStagesPredictor.loadForTraining(file);
        Models_LaterStagesPredictor grown =
            after(new TrainingListener() {})
                .optimizer(Optimizer.ADAM)
                .learningRate(0.05)
                .epochs(60)
                .batchSize(6)
                .continueFrom(start)
                .fit(later())) {
      // words that the old model did not know are one unknown word: "word2" and "word3" it knew
      assertThat(grown.read(List.of("word1", "other0")).stage()).isEqualTo(LaterStage.MIDDLE);
      assertThat(grown.read(List.of("word1", "other0")).possible())
          .containsExactly(LaterStage.MIDDLE);
    }
  }

  @Test
  void onlyATrainingMayBeginWithFewerConstantsAndNoneMayBeLost() {
    ModelFileException grown =
        assertThrows(ModelFileException.class, () -> Models_LaterStagesPredictor.load(file));
    assertThat(grown)
        .hasMessageThat()
        .contains(
            "LaterStage has other constants than in training: MIDDLE is new. Restore the constants,"
                + " or train the model again, going on from what loadForTraining gives with"
                + " continueFrom.");
    try (Models_LaterStagesPredictor start = Models_LaterStagesPredictor.loadForTraining(file)) {
      assertThrows(IllegalArgumentException.class, () -> start.evaluate(later()));
      Path later = folder.resolve("later.rondo");
      try (Models_LaterStagesPredictor model =
          after(new TrainingListener() {}).continueFrom(start).fit(later())) {
        model.save(later);
      }
      ModelFileException lost =
          assertThrows(
              ModelFileException.class, () -> Models_StagesPredictor.loadForTraining(later));
      assertThat(lost)
          .hasMessageThat()
          .contains(
              "Stage has other constants than in training: MIDDLE is missing. Restore the"
                  + " constants, or train the model again.");
    }
  }
}
