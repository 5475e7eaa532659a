package dev.rondo.samples.sensors;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.store.ModelWriter;
import dev.rondo.runtime.store.Signature;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is told in one line, before anything is trained. */
class MistakesTest {
  private static final String ROW = "a,2024-05-01T12:00:00Z,IDLE,0,3000,40,1,,false,GOOD,90\n";

  @TempDir private Path folder;

  @Test
  void aWrongValueIsFoundByFileLineAndColumn() throws IOException {
    Path file = write("machines.csv", SmallFiles.HEADER + "\n" + ROW + ROW.replace("1,,", "x,,"));
    assertFails(
        Run.of(SensorsApp::run, "", "--train", file),
        1,
        "\"" + file + "\", line 3, column 7 (vibration): found \"x\", expected a number.");
  }

  @Test
  void aWrongConditionIsFoundByFileLineAndColumn() throws IOException {
    Path file = write("machines.csv", SmallFiles.HEADER + "\n" + ROW.replace("GOOD", "GOD"));
    Run run = Run.of(SensorsApp::run, "", "--train", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("error: \"" + file + "\", line 2, column 10 (condition): found \"GOD\"");
    assertThat(run.err()).contains("Did you mean \"GOOD\"?");
  }

  @Test
  void aColumnToGroupByThatIsNotThereIsSaid() throws IOException {
    Path file = write("machines.csv", SmallFiles.HEADER + "\n" + ROW);
    Run run = Run.of(SensorsApp::run, "", "--train", file, "--group", "machin");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("has no column \"machin\" to group by");
    assertThat(run.err()).contains("Did you mean \"machine\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dev", "--test"})
  void aClassOfSeriesThatTrainingDoesNotShowIsSaidBeforeTheTraining(String option)
      throws IOException {
    Path train = SmallFiles.writeSeries(folder.resolve("train.ts"), 1, 8, "down", "up");
    Path other = SmallFiles.writeSeries(folder.resolve("other.ts"), 1, 8, "down", "sideways");
    Run run = Run.of(SensorsApp::run, "", "--train", train, option, other);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .endsWith(
            "error: \""
                + other
                + "\": class \"sideways\" is not in the training data, which has down, up. Remove"
                + " its series, or train on some of them.\n");
    assertThat(run.err()).doesNotContain("epoch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--train", "--dev", "--test"})
  void aMissingFileIsSaid(String option) throws IOException {
    Path missing = folder.resolve("missing.csv");
    Path train = SmallFiles.writeMachines(folder.resolve("train.csv"), 1, 3);
    Run run =
        option.equals("--train")
            ? Run.of(SensorsApp::run, "", option, missing)
            : Run.of(SensorsApp::run, "", "--train", train, option, missing);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error: \"" + missing + "\" does not exist");
    assertThat(run.err()).doesNotContain("epoch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--train", "--dev"})
  void examplesToTrainOnContradictLoad(String option) throws IOException {
    Path file = write("any", "");
    assertFails(
        Run.of(SensorsApp::run, "", "--load", file, option, file),
        2,
        option + " is about training, but --load skips it. Leave one of them out.");
  }

  @Test
  void devAloneIsAContradiction() throws IOException {
    assertFails(
        Run.of(SensorsApp::run, "", "--dev", write("dev.csv", "")),
        2,
        "--dev goes with --train: simulated machines have their own.");
  }

  @Test
  void tablesAndSeriesAreNotMixed() throws IOException {
    assertFails(
        Run.of(SensorsApp::run, "", "--train", write("a.csv", ""), "--test", write("b.ts.gz", "")),
        2,
        "some files are series (.ts) and others are tables: expected one.");
  }

  @Test
  void seriesAreNotGrouped() throws IOException {
    assertFails(
        Run.of(SensorsApp::run, "", "--train", write("a.ts", ""), "--group", "machine"),
        2,
        "--group is for tables: each line of a .ts file is an example.");
  }

  @Test
  void groupAloneIsAContradiction() {
    assertFails(
        Run.of(SensorsApp::run, "", "--group", "machine"),
        2,
        "--group goes with --train or --test: it says how FILE is read.");
  }

  @Test
  void seriesDoNotWear() throws IOException {
    assertFails(
        Run.of(SensorsApp::run, "", "--train", write("a.ts", ""), "--simulate"),
        2,
        "--simulate is about machines, but the model is one of series.");
  }

  @Test
  void theModelOfAnotherSampleIsSaid() {
    Path file = folder.resolve("other.rondo");
    ModelWriter.of(Signature.of("SentimentModel").build()).write(file, new Weights(Map.of()));
    assertFails(
        Run.of(SensorsApp::run, "", "--load", file),
        1,
        "--load: \""
            + file
            + "\" holds the model SentimentModel, expected MachineMonitor or SeriesClassifier");
  }

  @Test
  void aTypoOfAnOptionIsRefused() {
    Run run = Run.of(SensorsApp::run, "", "--tets", "x.csv");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: Unknown option");
  }

  @Test
  void helpSaysHowFilesAndLinesAreWritten() {
    Run run = Run.of(SensorsApp::run, "", "--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains(ReadingLine.HEADER);
    assertThat(run.out()).contains("samples/run sensors --simulate");
    assertThat(run.err()).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertFails(Run run, int exitCode, String message) {
    assertThat(run.errLines().get(0)).isEqualTo("error: " + message);
    assertThat(run.errLines()).hasSize(exitCode);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }
}
