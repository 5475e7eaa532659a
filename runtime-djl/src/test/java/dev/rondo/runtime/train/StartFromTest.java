package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of another model are taken over by name and shape, their rows by what they stand for. */
class StartFromTest {
  private static final StoredCodec WORDS = codec("text", "red", "green", "blue");
  private static final StoredCodec ANSWERS = codec("enum", "NO", "YES", "MAYBE");

  @TempDir private Path folder;

  /** Two padding rows before the words, two features; three answers. */
  private static final class Words extends Network {
    Words(int words, int answers) {
      add(
          EmbeddingLayer.builder("embedding")
              .setVocabulary(words + 2)
              .setSize(2)
              .optTokensOf("words")
              .build());
      add(DenseLayer.builder("hidden").setInputs(2).setUnits(2).build());
      add(DenseLayer.builder("dense").setInputs(2).setUnits(answers).optUnitsOf("answer").build());
    }

    @Override
    protected NDList forward(Pass pass, NDList inputs) {
      throw new UnsupportedOperationException("only weights");
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[0];
    }
  }

  private static StoredCodec codec(String kind, String... entries) {
    return new StoredCodec(kind, Map.of(), List.of(entries));
  }

  private static Learned other() {
    return new Learned(
        new Weights(
            Map.of(
                "embedding.weight", tensor(5, 2, 10, 11, 20, 21, 30, 31, 40, 41, 50, 51),
                "hidden.weight", tensor(2, 2, 1, 2, 3, 4),
                "hidden.bias", new Weights.Tensor(new long[] {2}, new float[] {5, 6}),
                "dense.weight", tensor(3, 2, 100, 101, 200, 201, 300, 301),
                "dense.bias", new Weights.Tensor(new long[] {3}, new float[] {7, 8, 9}))),
        Map.of("words", WORDS, "answer", ANSWERS),
        new Words(3, 3).rowsOf(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Weights.Tensor tensor(int rows, int columns, float... values) {
    return new Weights.Tensor(new long[] {rows, columns}, values);
  }

  @Test
  void rowsAreTakenByWhatTheyStandFor() {
    Words network = new Words(3, 4);
    WeightTransfer transfer =
        new WeightTransfer(
            other(),
            network,
            Map.of(
                "words",
                codec("text", "blue", "violet", "red"),
                "answer",
                codec("enum", "MAYBE", "NEVER", "NO", "YES")),
            Map.of());
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 3)) {
      Map<String, Weights.Tensor> start = host.weights().tensors();
      transfer.apply(host);
      Map<String, Weights.Tensor> after = host.weights().tensors();

      float[] violet = values(start, "embedding.weight");
      assertThat(values(after, "embedding.weight"))
          .isEqualTo(new float[] {10, 11, 20, 21, 50, 51, violet[6], violet[7], 30, 31});
      float[] never = values(start, "dense.weight");
      assertThat(values(after, "dense.weight"))
          .isEqualTo(new float[] {300, 301, never[2], never[3], 100, 101, 200, 201});
      assertThat(values(after, "dense.bias")).isEqualTo(new float[] {9, 0, 7, 8});
      assertThat(values(after, "hidden.weight")).isEqualTo(new float[] {1, 2, 3, 4});
      assertThat(values(after, "hidden.bias")).isEqualTo(new float[] {5, 6});
    }
    assertThat(transfer.taken())
        .containsExactly(
            "embedding.weight (4 of 5 rows)",
            "hidden.weight",
            "hidden.bias",
            "dense.weight (3 of 4 rows)",
            "dense.bias (3 of 4 rows)")
        .inOrder();
    assertThat(transfer.left()).isEmpty();
  }

  private static float[] values(Map<String, Weights.Tensor> tensors, String name) {
    Weights.Tensor tensor = tensors.get(name);
    return tensor == null ? new float[0] : tensor.values();
  }

  /** Equal shapes are not enough where rows stand for words. */
  @Test
  void rowsThatStandForSomethingElseAreLeft() {
    Learned other =
        new Learned(
            new Weights(
                Map.of(
                    "embedding.weight", tensor(5, 2, 10, 11, 20, 21, 30, 31, 40, 41, 50, 51),
                    "hidden.weight", tensor(2, 3, 1, 2, 3, 4, 5, 6),
                    "dense.weight", tensor(3, 2, 100, 101, 200, 201, 300, 301))),
            Map.of("colours", codec("enum", "A", "B", "C")),
            Map.of("dense.weight", "colours"),
            Map.of(),
            Map.of(),
            Map.of());
    WeightTransfer transfer =
        new WeightTransfer(
            other, new Words(3, 3), Map.of("words", WORDS, "answer", ANSWERS), Map.of());
    assertThat(transfer.taken()).isEmpty();
    assertThat(transfer.left())
        .containsExactly(
            "embedding.weight (its rows stand for something else)",
            "hidden.weight ([2, 3], here [2, 2])",
            "hidden.bias (the other model has none)",
            "dense.weight (no row stands for the same)",
            "dense.bias (the other model has none)")
        .inOrder();
  }

  @Test
  void aTrainingStartsWithWhatWasTaken() {
    List<Sample> samples = Sample.random(24, 1);
    List<String> told = new ArrayList<>();
    TinyTrainer still = quiet(new TinyTrainer()).seed(9).learningRate(1e-30).epochs(1);
    still.listener(
        new TrainingListener() {
          @Override
          public void onTransfer(List<String> taken, List<String> left) {
            told.addAll(taken);
            told.addAll(left);
          }
        });
    try (TinyModel first = quiet(new TinyTrainer()).fit(samples);
        TinyModel second = still.startFrom(() -> Learned.of(first.host)).fit(samples)) {
      Map<String, List<Float>> expected = first.weights();
      assertThat(second.weights().keySet()).isEqualTo(expected.keySet());
      second
          .weights()
          .forEach(
              (name, values) -> {
                for (int i = 0; i < values.size(); i++) {
                  assertThat(values.get(i))
                      .isWithin(1e-20f)
                      .of(expected.getOrDefault(name, values).get(i));
                }
              });
      assertThat(told).containsExactlyElementsIn(expected.keySet()).inOrder();
      assertThat(second.history().provenance().orElseThrow().settings().get("startFrom"))
          .startsWith(first.host.weights().sha256() + ", taken: embedding.weight, ");
    }
  }

  @Test
  void aTrainingThatWasStoppedGoesOnFromItsCheckpointAndNotFromTheOtherModel() {
    List<Sample> samples = Sample.random(24, 1);
    try (TinyModel other = quiet(new TinyTrainer()).fit(samples);
        TinyModel expected = from(other).fit(samples)) {
      Path file = folder.resolve("checkpoint");
      TinyTrainer stopped = from(other).checkpoint(file);
      stopped.listener(
          new TrainingListener() {
            @Override
            public void onBatch(BatchProgress progress) {
              stopped.stop();
            }
          });
      stopped.fit(samples).close();
      CheckpointException refused =
          assertThrows(
              CheckpointException.class,
              () -> quiet(new TinyTrainer()).seed(4).checkpoint(file).fit(samples));
      assertThat(refused).hasMessageThat().contains("startFrom is nothing now, and was ");
      try (TinyModel resumed = from(other).checkpoint(file).fit(samples)) {
        assertThat(resumed.weights()).isEqualTo(expected.weights());
      }
    }
  }

  private static TinyTrainer from(TinyModel other) {
    return quiet(new TinyTrainer()).seed(4).startFrom(() -> Learned.of(other.host));
  }

  @Test
  void continuingAndStartingAtOnceIsRefused() {
    List<Sample> samples = Sample.random(24, 1);
    try (TinyModel other = quiet(new TinyTrainer()).epochs(1).fit(samples)) {
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> from(other).continueFrom(other).fit(samples));
      assertThat(refused)
          .hasMessageThat()
          .isEqualTo(
              "there is a model to continue from and one to start from: call either continueFrom"
                  + " or startFrom");
    }
  }

  private static TinyTrainer quiet(TinyTrainer trainer) {
    return trainer.listener(
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {}
        });
  }
}
