package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What columns of weights read is known by name: enums of inputs gain constants, and models start
 * from others with other records.
 */
class GrownInputsTest {
  private static final String WEIGHT = "gru.weight_ih_l0";

  @TempDir private Path folder;
  private Path file;
  private final List<String> told = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void onTransfer(List<String> taken, List<String> left) {
          told.addAll(taken);
          told.addAll(left);
        }

        @Override
        public void onWarning(String warning) {}
      };

  @BeforeEach
  void train() {
    file = folder.resolve("parts.rondo");
    List<PartsBefore_PartsExample> examples = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      PartsBefore.Stage stage = List.of(PartsBefore.Stage.values()).get(i % 2);
      examples.add(
          new PartsBefore_PartsExample(List.of(new PartsBefore.Part(stage, i, stage)), i % 3 == 0));
    }
    try (PartsBefore_PartsPredictor model =
        PartsBefore_PartsTrainer.create().listener(listener).fit(examples)) {
      model.save(file);
    }
  }

  private static List<PartsAfter_PartsExample> later() {
    List<PartsAfter_PartsExample> examples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      PartsAfter.Stage stage = List.of(PartsAfter.Stage.values()).get(i % 3);
      examples.add(
          new PartsAfter_PartsExample(List.of(new PartsAfter.Part(stage, i, stage)), i % 2 == 0));
    }
    return examples;
  }

  private static List<Float> column(Learned learned, String name) {
    int column = columns(learned).indexOf(name);
    assertThat(column).isAtLeast(0);
    Weights.Tensor tensor = Objects.requireNonNull(learned.weights().tensors().get(WEIGHT));
    int width = (int) tensor.shape()[1];
    List<Float> values = new ArrayList<>();
    for (int row = 0; row < tensor.shape()[0]; row++) {
      values.add(tensor.values()[row * width + column]);
    }
    return values;
  }

  private static List<String> columns(Learned learned) {
    return Objects.requireNonNull(learned.columns().get(WEIGHT)).columns(learned.features());
  }

  @Test
  void whatIsReadOfKnownConstantsStaysAndAnswersStay() {
    try (PartsAfter_PartsPredictor old = PartsAfter_PartsPredictor.load(file);
        PartsAfter_PartsPredictor grown =
            PartsAfter_PartsTrainer.create()
                .learningRate(1e-30)
                .listener(listener)
                .continueFrom(old)
                .fit(later())) {
      assertThat(told)
          .containsAtLeast(
              "nextEmbedding.weight (4 of 5 rows)", WEIGHT + " (7 of 8 columns)", "dense.weight");
      assertThat(columns(grown.learned()))
          .containsExactly(
              ".stage = EARLY",
              ".stage = LATE",
              ".stage = MIDDLE",
              ".level",
              " empty",
              "other feature 0",
              "other feature 1",
              "other feature 2")
          .inOrder();
      for (String name : columns(old.learned())) {
        assertThat(column(grown.learned(), name)).isEqualTo(column(old.learned(), name));
      }
      for (PartsAfter.Stage stage : List.of(PartsAfter.Stage.EARLY, PartsAfter.Stage.LATE)) {
        List<PartsAfter.Part> parts =
            List.of(new PartsAfter.Part(stage, 3, stage), new PartsAfter.Part(stage, 7, stage));
        assertThat(grown.doneScored(parts).probability(true))
            .isWithin(1e-6)
            .of(old.doneScored(parts).probability(true));
      }
      List<PartsAfter.Part> added =
          List.of(new PartsAfter.Part(PartsAfter.Stage.MIDDLE, 3, PartsAfter.Stage.EARLY));
      assertThrows(IllegalArgumentException.class, () -> old.done(added));
      double probability = grown.doneScored(added).probability(true);
      grown.save(folder.resolve("grown.rondo"));
      try (PartsAfter_PartsPredictor loaded =
          PartsAfter_PartsPredictor.load(folder.resolve("grown.rondo"))) {
        assertThat(loaded.doneScored(added).probability(true)).isEqualTo(probability);
      }
    }
  }

  /** Widths are equal by chance: what is read at a place is another component. */
  @Test
  void aModelStartsFromTheColumnsOfEqualNames() {
    List<PartsAfter_ItemsExample> items = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      items.add(
          new PartsAfter_ItemsExample(
              List.of(
                  new PartsAfter.Item(
                      i % 2 == 0, i, List.of(PartsAfter.Stage.values()).get(i % 3))),
              i % 2 == 0));
    }
    try (PartsBefore_PartsPredictor old = PartsBefore_PartsPredictor.load(file);
        PartsAfter_ItemsPredictor started =
            PartsAfter_ItemsTrainer.create()
                .learningRate(1e-30)
                .listener(listener)
                .startFrom(old)
                .fit(items);
        PartsAfter_ItemsPredictor fresh =
            PartsAfter_ItemsTrainer.create().learningRate(1e-30).listener(listener).fit(items)) {
      assertThat(told).contains(WEIGHT + " (4 of 6 columns)");
      for (String name : List.of(".level", " empty", ".stage = EARLY", ".stage = LATE")) {
        assertThat(column(started.learned(), name)).isEqualTo(column(old.learned(), name));
      }
      for (String name : List.of(".on", ".stage = MIDDLE")) {
        assertThat(column(started.learned(), name)).isEqualTo(column(fresh.learned(), name));
      }
    }
  }
}
