package dev.rondo.samples.sentiment;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is told in one line, before anything is trained. */
class MistakesTest {
  @TempDir private Path folder;

  @Test
  void aWrongLabelIsFoundByFileLineAndColumn() throws IOException {
    Path file = write("Good.\tPOSITIVE\nBad.\tNEGATVE\n");
    assertFails(
        Run.of(SentimentApp::run, "", "--train", file),
        1,
        "\""
            + file
            + "\", line 2, column 2 (expected): found \"NEGATVE\", expected NEGATIVE, POSITIVE, or"
            + " the number of one, 0 to 1. Did you mean \"NEGATIVE\"?");
  }

  @Test
  void aMissingLabelIsFoundByFileAndLine() throws IOException {
    Path file = write("Good.\tPOSITIVE\n\nBad.\n");
    Run run = Run.of(SentimentApp::run, "", "--train", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: \"" + file + "\", line 3: found 1 field, expected 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dev", "--test"})
  void theOtherFilesAreReadBeforeTheTraining(String option) throws IOException {
    Path good = write("Good.\tPOSITIVE\nBad.\tNEGATIVE\n");
    Path missing = folder.resolve("missing.tsv");
    assertFails(
        Run.of(SentimentApp::run, "", "--train", good, option, missing),
        1,
        "\"" + missing + "\" does not exist (" + missing + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--train", "--dev"})
  void sentencesToTrainOnContradictLoad(String option) throws IOException {
    Path file = write("");
    assertFails(
        Run.of(SentimentApp::run, "", "--load", file, option, file),
        2,
        option + " is about training, but --load skips it. Leave one of them out.");
  }

  @Test
  void devAloneIsAContradiction() throws IOException {
    assertFails(
        Run.of(SentimentApp::run, "", "--dev", write("")),
        2,
        "--dev goes with --train: the sentences that are shipped have their own dev sentences.");
  }

  @Test
  void aFolderToSaveToThatIsMissingIsNoticedFirst() {
    Path file = folder.resolve("models").resolve("model.rondo");
    assertFails(
        Run.of(SentimentApp::run, "", "--save", file),
        1,
        "--save: the folder of \"" + file + "\" does not exist");
  }

  @Test
  void aWordWithoutAnOptionIsRefused() {
    assertFails(
        Run.of(SentimentApp::run, "", "review"), 2, "Unmatched argument at index 0: 'review'");
  }

  @Test
  void aMissingGpuIsNotReplacedByTheCpu() throws IOException {
    Run run =
        Run.of(
            SentimentApp::run,
            "",
            "--train",
            write("Good.\tPOSITIVE\nBad.\tNEGATIVE\n"),
            "--device=cuda:99");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error: device cuda:99 is not available");
  }

  @Test
  void helpHasExamples() {
    Run run = Run.of(SentimentApp::run, "", "--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("samples/run sentiment --load sentiment.rondo --text");
    assertThat(run.err()).isEmpty();
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("file.tsv"), lines);
  }

  private static void assertFails(Run run, int exitCode, String message) {
    assertThat(run.errLines().get(0)).isEqualTo("error: " + message);
    assertThat(run.errLines()).hasSize(exitCode);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }
}
