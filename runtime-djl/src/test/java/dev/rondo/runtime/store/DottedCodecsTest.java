package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an input or output of several components keeps: a codec for each, under dotted names. */
class DottedCodecsTest {
  private static final Signature SIGNATURE =
      Signature.of("Wear")
          .input("readings", "sequence(record)")
          .input("readingsAfter", "sequence(record)")
          .layer("gru", "GRU(units = 2)")
          .output("expected", "record")
          .build();

  private static final Map<String, StoredCodec> READINGS = readings();
  private static final StoredCodec OTHER =
      new StoredCodec("number", Map.of("mean", "1"), List.of());

  private static Map<String, StoredCodec> readings() {
    Map<String, StoredCodec> codecs = new LinkedHashMap<>();
    codecs.put("readings", new StoredCodec("sequence", Map.of(), List.of()));
    codecs.put("readings.load", new StoredCodec("number", Map.of("mean", "0.5"), List.of()));
    codecs.put(
        "readings.engine.mode", new StoredCodec("category", Map.of(), List.of("", "a b", "ü\n")));
    return codecs;
  }

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("wear.rondo");
    ModelWriter.of(SIGNATURE)
        .codecs(READINGS)
        .codecs(Map.of("readingsAfter.load", OTHER))
        .codecs(Map.of("expected.hours", OTHER))
        .history(
            new TrainingHistory(
                List.of(new EpochReport(1, 1, 1, 1.5, Quality.error("MAE", 2.5), 1, 1)), 1))
        .write(file, new Weights(Map.of()));
  }

  @Test
  void allOfAnInputAreReadInTheirOrderAndNoneOfAnother() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      Map<String, StoredCodec> read = reader.codecs("readings", stored -> stored);
      assertThat(read).containsExactlyEntriesIn(READINGS).inOrder();
      assertThat(reader.<Map<String, StoredCodec>>codecs("expected", stored -> stored))
          .containsExactly("expected.hours", OTHER);
    }
  }

  @Test
  void anInputThatTheFileLacksIsNamed() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      ModelFileException e =
          assertThrows(ModelFileException.class, () -> reader.codecs("reading", stored -> stored));
      assertThat(e).hasMessageThat().endsWith("has no codec \"reading\"");
    }
  }

  @Test
  void whatCannotBeRestoredNamesTheInputAndTheReason() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      ModelFileException e =
          assertThrows(
              ModelFileException.class,
              () ->
                  reader.codecs(
                      "readings",
                      stored -> {
                        throw new IllegalArgumentException("readings.load is no flag");
                      }));
      assertThat(e)
          .hasMessageThat()
          .endsWith("has codecs of \"readings\" that do not fit: readings.load is no flag");
    }
  }

  @Test
  void anErrorStaysBetterTheLowerItIs() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      assertThat(reader.history().epochs().get(0).validationQuality())
          .isEqualTo(Quality.error("MAE", 2.5));
    }
  }
}
