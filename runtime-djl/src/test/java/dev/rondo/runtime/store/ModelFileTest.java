package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFileTest {
  /** The SHA-256 of {@code x}. */
  private static final String X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeSample() {
    file = folder.resolve("sentiment.rondo");
    SampleModel.write(file);
  }

  @Test
  void whatIsWrittenIsReadBitByBit() {
    assertThat(SampleModel.read(file)).isEqualTo(SampleModel.Found.ALL);
  }

  @Test
  void aFileTellsWhatModelItHolds() {
    assertThat(ModelReader.modelName(file)).isEqualTo("SentimentModel");
  }

  @Test
  void aFileThatIsNoModelHasNoName() throws IOException {
    Files.writeString(file, "no model");

    assertThat(assertThrows(ModelFileException.class, () -> ModelReader.modelName(file)))
        .hasMessageThat()
        .contains(file.toString());
  }

  /** An interrupt ends a training and stays visible; its model can be saved all the same. */
  @Test
  void anInterruptedThreadWritesAndReads() {
    Path other = folder.resolve("interrupted.rondo");
    Thread.currentThread().interrupt();
    try {
      SampleModel.write(other);
      assertThat(SampleModel.read(other)).isEqualTo(SampleModel.Found.ALL);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void streamGivesWhatFileGivesAndStaysOpen() throws IOException {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(Files.readAllBytes(file)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    try (ModelReader reader = ModelReader.open(stream, SampleModel.SIGNATURE)) {
      assertThat(SampleModel.Found.in(reader)).isEqualTo(SampleModel.Found.ALL);
    }

    assertThat(closed[0]).isFalse();
  }

  @Test
  void equalModelsAreEqualBytesInAnyTimeZone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Path other = folder.resolve("other.rondo");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      SampleModel.write(other);
    } finally {
      TimeZone.setDefault(zone);
    }

    assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void weightsComeInTheOrderOfTheNetwork() {
    List<String> names = new ArrayList<>(SampleModel.shapes().keySet());
    Collections.reverse(names);
    Map<String, long[]> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, SampleModel.shapes().get(name)));

    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      assertThat(reader.weights(reversed).tensors().keySet())
          .containsExactlyElementsIn(names)
          .inOrder();
    }
  }

  @Test
  void weightsLargerThanTheBufferAreKept() {
    float[] values = new float[3 * ModelFormat.BUFFER_BYTES / Float.BYTES + 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    long[] shape = {values.length};
    Weights written = new Weights(Map.of("w", new Weights.Tensor(shape, values)));
    ModelWriter.of(SampleModel.SIGNATURE).write(file, written);

    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      Weights read = reader.weights(Map.of("w", shape));
      assertThat(SampleModel.bits(read)).isEqualTo(SampleModel.bits(written));
    }
  }

  @Test
  void anotherZipToolMayCompress() throws IOException {
    Files.write(file, new ZipEdit(file).bytes());

    assertThat(SampleModel.read(file)).isEqualTo(SampleModel.Found.ALL);
  }

  @Test
  void aModelThatIsLoadedAndSavedAgainIsTheSameFile() throws IOException {
    Path again = folder.resolve("again.rondo");
    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      ModelWriter.of(SampleModel.SIGNATURE)
          .codec("review", reader.codec("review"))
          .codec("expected", reader.codec("expected"))
          .codec("price", reader.codec("price"))
          .history(reader.history())
          .write(again, reader.weights(SampleModel.shapes()));
    }

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aFileOfAnOlderVersionHasNoProvenance() throws IOException {
    ZipEdit edit = new ZipEdit(file);
    String provenance =
        edit.manifest().replaceAll("(?s).*(,\\n    \"provenance\": \\{.*\\n    }).*", "$1");
    assertThat(provenance).endsWith("}");
    Files.write(
        file,
        edit.manifest(provenance, "")
            .manifest("\"format\": \"1.2\"", "\"format\": \"1.1\"")
            .bytes());

    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      assertThat(reader.history().provenance()).isEmpty();
      assertThat(reader.history().epochs()).isEqualTo(SampleModel.HISTORY.epochs());
    }
  }

  @Test
  void newerMinorFormatLoadsWithFieldsAndEntriesThatThisVersionDoesNotKnow() throws IOException {
    byte[] newer =
        new ZipEdit(file)
            .put("notes/new.txt", new byte[] {'x'})
            .manifest("\"format\": \"1.2\"", "\"format\": \"1.7\", \"mood\": [{\"good\": null}]")
            .manifest(
                "\"entries\": {\n    \"weights",
                "\"entries\": {\n    \"notes/new.txt\": {\"size\": 1, \"sha256\": \""
                    + X
                    + "\"},\n    \"weights")
            .bytes();
    Files.write(file, newer);

    assertThat(SampleModel.read(file)).isEqualTo(SampleModel.Found.ALL);
  }

  @Test
  void newerMajorFormatIsRefusedBeforeAnythingElseIsAskedOfIt() throws IOException {
    Files.write(file, new ZipEdit(file).manifest("{\"format\": \"2.0\"}").bytes());

    assertThat(refusal())
        .isEqualTo(
            "model file \""
                + file
                + "\", entry \"model.json\": has format 2.0, which is newer than this Rondo: it"
                + " reads 1.x. Update Rondo to load this model.");
  }

  @Test
  void anotherModelIsNamed() {
    Signature other = Signature.of("TopicModel").build();

    ModelFileException e =
        assertThrows(ModelFileException.class, () -> ModelReader.open(file, other));

    assertThat(e)
        .hasMessageThat()
        .contains("the model is SentimentModel in the file, expected TopicModel.");
  }

  @Test
  void changedLayerIsNamedWithBothVersions() throws IOException {
    Files.write(file, new ZipEdit(file).manifest("LSTM(units = 2)", "LSTM(units = 64)").bytes());

    assertThat(refusal())
        .contains("layer \"lstm\" is LSTM(units = 64) in the file, expected LSTM(units = 2).");
  }

  @Test
  void changedCodecIsNamedWithBothVersions() throws IOException {
    Files.write(file, new ZipEdit(file).manifest("tokens = WORDS", "tokens = CHARACTERS").bytes());

    assertThat(refusal())
        .contains("input \"review\" is text(tokens = CHARACTERS, lowercase = true) in the file");
  }

  @Test
  void codecThatTheFileLacksIsNamed() {
    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      ModelFileException e = assertThrows(ModelFileException.class, () -> reader.codec("channel"));
      assertThat(e).hasMessageThat().endsWith("has no codec \"channel\"");
    }
  }

  @Test
  void missingWeightIsNamed() {
    Map<String, long[]> shapes = SampleModel.shapes();
    shapes.put("lstm.bias_hh_l0", new long[] {8});

    assertThat(weightRefusal(shapes)).endsWith("has no weight \"lstm.bias_hh_l0\", expected [8]");
  }

  @Test
  void additionalWeightIsNamed() {
    Map<String, long[]> shapes = SampleModel.shapes();
    shapes.remove("dense.bias");

    assertThat(weightRefusal(shapes))
        .endsWith("has a weight \"dense.bias\" that the model does not have");
  }

  @Test
  void otherShapeIsNamed() {
    Map<String, long[]> shapes = SampleModel.shapes();
    shapes.put("dense.bias", new long[] {1, 2});

    assertThat(weightRefusal(shapes))
        .endsWith("entry \"weights.safetensors\": \"dense.bias.shape\" is [2], expected [1, 2]");
  }

  @Test
  void manyThreadsReadOneReader() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      Callable<SampleModel.Found> read = () -> SampleModel.Found.in(reader);
      for (Future<SampleModel.Found> found : threads.invokeAll(Collections.nCopies(200, read))) {
        assertThat(found.get()).isEqualTo(SampleModel.Found.ALL);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void readerKeepsItsFileWhileANewOneIsSaved() {
    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      ModelWriter.of(SampleModel.SIGNATURE).write(file, new Weights(Map.of()));

      assertThat(SampleModel.Found.in(reader)).isEqualTo(SampleModel.Found.ALL);
    }
  }

  @Test
  void closedReaderSaysSoAndClosesTwice() {
    ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE);
    reader.close();
    reader.close();

    assertThrows(IllegalStateException.class, () -> reader.weights(new HashMap<>()));
  }

  @Test
  void interruptedThreadWritesAndReads() {
    Thread.currentThread().interrupt();
    try {
      SampleModel.write(file);
      assertThat(SampleModel.read(file)).isEqualTo(SampleModel.Found.ALL);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void fileMayLieInAnotherFileSystem() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("outer.zip"), Map.of("create", "true"))) {
      Path inner = zip.getPath("/inner.rondo");
      SampleModel.write(inner);

      assertThat(SampleModel.read(inner)).isEqualTo(SampleModel.Found.ALL);
    }
  }

  @Test
  void longHistoryKeepsItsLastEpochs() {
    List<EpochReport> epochs =
        IntStream.rangeClosed(1, ModelFormat.HISTORY_EPOCHS + 3)
            .mapToObj(
                i ->
                    new EpochReport(
                        i,
                        -1.2345678901234568e-300,
                        -i / 3e300,
                        -1 / 3e300,
                        Quality.accuracy(-1 / 3e300),
                        Long.MAX_VALUE / 10,
                        -1 / 3e300))
            .toList();
    ModelWriter.of(SampleModel.SIGNATURE)
        .history(new TrainingHistory(epochs, 2))
        .write(file, new Weights(Map.of()));

    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      assertThat(reader.history())
          .isEqualTo(new TrainingHistory(epochs.subList(3, epochs.size()), 2));
    }
  }

  @Test
  void codecWhoseNameIsNoFileNameIsRefused() {
    for (String name :
        List.of("", "../up", "a/b", "a\\b", ".hidden", "a\nb", "C:x", "a".repeat(101))) {
      ModelWriter writer = ModelWriter.of(SampleModel.SIGNATURE);
      assertThrows(
          IllegalArgumentException.class, () -> writer.codec(name, SampleModel.ENUM), name);
    }
  }

  @Test
  void codecThatIsThereTwiceIsRefused() {
    ModelWriter writer = SampleModel.writer();

    assertThrows(IllegalArgumentException.class, () -> writer.codec("review", SampleModel.ENUM));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(ModelFileException.class, () -> SampleModel.read(file)).getMessage());
  }

  private String weightRefusal(Map<String, long[]> shapes) {
    try (ModelReader reader = ModelReader.open(file, SampleModel.SIGNATURE)) {
      return String.valueOf(
          assertThrows(ModelFileException.class, () -> reader.weights(shapes)).getMessage());
    }
  }
}
