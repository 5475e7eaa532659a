package dev.rondo.samples.sensors;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensorsAppTest {
  private static final String ANSWER =
      "(GOOD|WORN|FAILING) \\(\\d+\\.\\d %\\), -?\\d+ hours remain";

  @TempDir private static Path folder;
  private static Path train;
  private static Path test;
  private static Path model;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    train = SmallFiles.writeMachines(folder.resolve("train.csv"), 1, 240);
    Path dev = SmallFiles.writeMachines(folder.resolve("dev.tsv"), 2, 30);
    test = SmallFiles.writeMachines(folder.resolve("test.csv"), 3, 40);
    model = folder.resolve("model.rondo");
    training =
        Run.of(
            SensorsApp::run,
            "",
            "--train",
            train,
            "--dev",
            dev,
            "--test",
            test,
            "--epochs",
            2,
            "--save",
            model,
            "--json");
  }

  @Test
  void theLastLineOfStandardOutputIsTheResultsAsJson() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    assertThat(results.get("accuracy").getAsDouble()).isAtLeast(0);
    assertThat(results.get("accuracy").getAsDouble()).isAtMost(1);
    assertThat(results.get("remainingMae").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("examples").getAsInt()).isEqualTo(40);
    assertThat(results.get("epochs").getAsInt()).isEqualTo(2);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("stepsPerSecond").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("testedOn").getAsString()).isEqualTo(test.toString());
  }

  @Test
  void theBaselinesAreAnswersThatAreAlwaysTheSame() {
    List<Verdict> verdicts =
        SimulatedMachine.examples(3, 40).stream().map(MachineMonitorExample::expected).toList();
    long commonest =
        Arrays.stream(Condition.values())
            .mapToLong(it -> verdicts.stream().filter(of -> of.condition() == it).count())
            .max()
            .orElseThrow();
    double sum = 0;
    for (Verdict verdict : verdicts) {
      sum += verdict.remaining();
    }
    double distance = 0;
    for (Verdict verdict : verdicts) {
      distance += Math.abs(verdict.remaining() - sum / 40);
    }
    assertThat(training.json().get("baselineAccuracy").getAsDouble()).isEqualTo(commonest / 40.0);
    assertThat(training.json().get("baselineMae").getAsDouble()).isWithin(1e-6).of(distance / 40);
  }

  @Test
  void progressGoesToStandardError() {
    assertThat(training.err()).contains("on 240 examples, at most 2 epochs, on cpu\n");
    assertThat(training.err()).contains("\nepoch 2 of 2: loss ");
    assertThat(training.err()).contains("\nsaved the model to " + model + "\n");
    assertThat(training.err()).contains("\ntested on " + test + ": accuracy ");
    assertThat(training.err()).contains("(always the mean: ");
  }

  @Test
  void aLoadedModelGivesTheFiguresItHadWhenItWasSaved() {
    JsonObject loaded =
        Run.of(SensorsApp::run, "", "--load", model, "--test", test, "--json").json();
    JsonObject trained = training.json().deepCopy();
    loaded.remove("stepsPerSecond");
    trained.remove("stepsPerSecond");
    assertThat(loaded).isEqualTo(trained);
  }

  @Test
  void theWeightsAreToldByTheirDigest() {
    assertThat(training.json().get("weights").getAsString())
        .isEqualTo(ModelReader.weightsSha256(model));
  }

  @Test
  void aSeedGivesTheSameWeightsWithACheckpointOrWithout() {
    List<Object> once = List.of("--train", train, "--epochs", 1, "--json");
    List<Object> kept = new ArrayList<>(once);
    kept.addAll(List.of("--checkpoint", folder.resolve("checkpoint")));
    List<Object> other = new ArrayList<>(once);
    other.addAll(List.of("--seed", 2));
    JsonElement weights = Run.of(SensorsApp::run, "", once.toArray()).json().get("weights");
    assertThat(Run.of(SensorsApp::run, "", kept.toArray()).json().get("weights"))
        .isEqualTo(weights);
    assertThat(Run.of(SensorsApp::run, "", other.toArray()).json().get("weights"))
        .isNotEqualTo(weights);
  }

  @Test
  void withoutDevATenthOfTheExamplesIsSetAside() {
    Run run = Run.of(SensorsApp::run, "", "--train", train, "--epochs", 1, "--json");
    assertThat(run.errLines().get(0))
        .matches("no --dev: (21|22|23|24) of the 240 training examples are set aside for it");
    assertThat(run.json().get("testedOn").getAsString()).isEqualTo("the dev examples");
  }

  @Test
  void anotherColumnMayGroupTheRows() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("serial.csv"),
            Files.readString(test).replaceFirst("^machine", "serial"));
    Run run =
        Run.of(SensorsApp::run, "", "--load", model, "--test", file, "--group", "serial", "--json");
    assertThat(run.json().get("accuracy")).isEqualTo(training.json().get("accuracy"));
  }

  @Test
  void eachReadingIsAnsweredByAllThatWereReadSinceTheMachineWasNew() {
    List<Reading> readings = SimulatedMachine.simulate(new Random(7)).readings().subList(0, 5);
    List<String> lines = readings.stream().map(ReadingLine::of).toList();
    String input = String.join("\n", lines) + "\n\nnew\n" + lines.get(4) + "\n";
    Run run = Run.of(SensorsApp::run, input, "--load", model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines()).hasSize(7);
    assertThat(run.outLines().get(5)).isEqualTo("new machine");
    try (MachineMonitorPredictor predictor = MachineMonitorPredictor.load(model)) {
      MachineMonitorScores all = predictor.checkScored(readings);
      MachineMonitorScores alone = predictor.checkScored(readings.subList(4, 5));
      assertThat(run.outLines().get(4)).isEqualTo(MachineWatch.text(all));
      assertThat(run.outLines().get(6)).isEqualTo(MachineWatch.text(alone));
      assertThat(MachineWatch.text(all)).isNotEqualTo(MachineWatch.text(alone));
    }
  }

  @Test
  void aLineThatIsNoReadingIsSaidAndTheNextIsAnsweredAsIfItWereNotThere() {
    List<String> lines =
        SimulatedMachine.simulate(new Random(7)).readings().stream()
            .limit(2)
            .map(ReadingLine::of)
            .toList();
    String before = lines.get(1).replaceFirst("^2024", "2023");
    Run whole = Run.of(SensorsApp::run, String.join("\n", lines), "--load", model);
    Run run =
        Run.of(
            SensorsApp::run,
            String.join("\n", lines.get(0), "x", before, lines.get(1)),
            "--load",
            model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines())
        .containsExactly(whole.outLines().get(0), "no answer", "no answer", whole.outLines().get(1))
        .inOrder();
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("error: found 1 values, expected 8: at,mode");
    assertThat(run.errLines().get(1)).startsWith("error: readings.at is 2023");
  }

  @Test
  void aSimulatedMachineIsWatchedUntilItBreaks() {
    Run run = Run.of(SensorsApp::run, "", "--load", model, "--simulate", "--json");
    List<String> lines = run.outLines();
    assertThat(lines.get(0))
        .matches("2024-01-01T00:00:00Z,.* -> " + ANSWER + " \\(in truth GOOD, \\d+\\)");
    assertThat(lines.get(lines.size() - 3)).contains("(in truth FAILING, ");
    assertThat(lines.get(lines.size() - 2)).isEqualTo("it broke");
    assertThat(run.json().get("stepsPerSecond").getAsDouble()).isGreaterThan(0);
  }

  @Test
  void aDamagedModelFileIsOneClearLine() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.rondo"), "no model");
    Run run = Run.of(SensorsApp::run, "", "--load", damaged);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("error: model file \"" + damaged + "\"");
  }

  @Test
  void seriesAreLearnedStoredAndTested() throws IOException {
    Path series = SmallFiles.writeSeries(folder.resolve("train.ts"), 1, 60, "down", "flat", "up");
    Path others = SmallFiles.writeSeries(folder.resolve("test.ts"), 2, 30, "down", "flat", "up");
    Path file = folder.resolve("series.rondo");
    Run run =
        Run.of(
            SensorsApp::run,
            "",
            "--train",
            series,
            "--test",
            others,
            "--epochs",
            15,
            "--save",
            file,
            "--json");
    assertThat(run.err()).startsWith("no --dev: the training examples are too few to set");
    JsonObject results = run.json();
    assertThat(results.get("accuracy").getAsDouble()).isAtLeast(0.9);
    assertThat(results.get("baselineAccuracy").getAsDouble()).isWithin(1e-9).of(1 / 3.0);
    assertThat(results.get("examples").getAsInt()).isEqualTo(30);
    assertThat(results.has("remainingMae")).isFalse();
    assertThat(Run.of(SensorsApp::run, "", "--load", file, "--test", others, "--json").json())
        .isEqualTo(results);
    loadedSeriesAreTestedOnSuchOnly(file);
  }

  private static void loadedSeriesAreTestedOnSuchOnly(Path file) throws IOException {
    Path unseen = SmallFiles.writeSeries(folder.resolve("unseen.ts"), 2, 4, "down", "left");
    assertThat(Run.of(SensorsApp::run, "", "--load", file, "--test", unseen).err())
        .isEqualTo(
            "error: class \"left\" is not in the training data, which has down, flat, up.\n");
    assertThat(Run.of(SensorsApp::run, "", "--load", file, "--test", test).err())
        .startsWith("error: --load has a SeriesClassifier, which is tested on series (.ts), but");
    assertThat(Run.of(SensorsApp::run, "", "--load", file).err())
        .startsWith("error: the model is one of series: give some to test it by --test FILE.");
  }
}
