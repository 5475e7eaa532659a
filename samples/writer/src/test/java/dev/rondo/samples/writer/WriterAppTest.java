package dev.rondo.samples.writer;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterAppTest {
  @TempDir private static Path folder;
  private static Path text;
  private static Path model;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    text =
        Files.writeString(
            folder.resolve("text.txt"), "the cat sat on the mat, and sat and sat.\n".repeat(100));
    model = folder.resolve("model.rondo");
    training = Run.of(WriterApp::run, "", "--text", text, "--epochs", 2, "--save", model, "--json");
  }

  @Test
  void theLastLineOfStandardOutputIsTheResultsAsJson() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    assertThat(results.get("nats").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("charsPerSecond").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("generatedPerSecond").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("epochs").getAsInt()).isEqualTo(2);
  }

  @Test
  void progressIsInCharacters() {
    assertThat(training.err()).containsMatch("training [\\d,]+ weights on [\\d,]+ characters");
    assertThat(training.err()).contains(" characters/s");
    assertThat(training.err()).doesNotContain("examples");
  }

  @Test
  void itWritesAfterEachEpochWhileItLearns() {
    assertThat(training.errLines().stream().filter(line -> line.startsWith("it writes: ")).count())
        .isEqualTo(2);
  }

  @Test
  void aLoadedModelContinuesWhatIsTyped() {
    Run run = Run.of(WriterApp::run, "the cat\n\nthe mat\n", "--load", model, "--length", 5);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).startsWith("the cat");
    assertThat(run.out()).contains("the mat");
  }

  @Test
  void aLoadedModelForetellsAText() {
    Run run = Run.of(WriterApp::run, "", "--load", model, "--text", text, "--json");
    assertThat(run.err()).startsWith("foretold " + text + ": loss ");
    JsonObject results = run.json();
    assertThat(results.get("nats").getAsDouble()).isGreaterThan(0);
  }

  @Test
  void aTextThatIsNotThereIsSaid() {
    Run run = Run.of(WriterApp::run, "", "--text", folder.resolve("nowhere.txt"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("does not exist");
  }

  @Test
  void aTemperatureOutOfRangeIsSaid() {
    Run run = Run.of(WriterApp::run, "", "--text", text, "--temperature", 0);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("temperature is 0.0, must be above 0");
  }
}
