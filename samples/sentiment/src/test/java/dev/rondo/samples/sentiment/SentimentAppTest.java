package dev.rondo.samples.sentiment;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentAppTest {
  private static final String ANSWER = "(NEGATIVE|POSITIVE) \\(\\d+\\.\\d %\\)";
  private static final String UNKNOWN = ANSWER.replace("\\)", ", no known token\\)");

  @TempDir private static Path folder;
  private static Path train;
  private static Path dev;
  private static Path test;
  private static Path model;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    train = SmallFiles.write(folder.resolve("train.tsv"), 1, 300);
    dev = SmallFiles.writeNumbered(folder.resolve("dev.tsv"), 2, 60);
    test = SmallFiles.writeNumbered(folder.resolve("test.tsv"), 3, 70);
    model = folder.resolve("model.rondo");
    training =
        Run.of(
            SentimentApp::run,
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
    assertThat(results.get("loss").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("examples").getAsInt()).isEqualTo(70);
    assertThat(results.get("epochs").getAsInt()).isEqualTo(2);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("testedOn").getAsString()).isEqualTo(test.toString());
  }

  @Test
  void theWeightsAreToldByTheirDigest() {
    assertThat(training.json().get("weights").getAsString())
        .isEqualTo(ModelReader.weightsSha256(model));
  }

  @Test
  void progressGoesToStandardError() {
    assertThat(training.err()).contains("on 300 examples, at most 2 epochs, on cpu\n");
    assertThat(training.err()).contains("\nepoch 2 of 2: loss ");
    assertThat(training.err()).contains("dev accuracy ");
    assertThat(training.err()).contains("\nsaved the model to " + model + "\n");
    assertThat(training.err()).contains("\ntested on " + test + ": accuracy ");
  }

  @Test
  void aLoadedModelGivesTheFiguresItHadWhenItWasSaved() {
    JsonObject loaded =
        Run.of(SentimentApp::run, "", "--load", model, "--test", test, "--json").json();
    assertThat(loaded).isEqualTo(training.json());
  }

  @Test
  void linesOfStandardInputAreAnsweredAndBlankOnesSkipped() {
    Run run = Run.of(SentimentApp::run, "A quiet triumph.\n\n  \nNever again!", "--load", model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0)).matches(ANSWER);
    assertThat(run.outLines().get(1)).matches(ANSWER);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void wordsThatTheModelNeverSawAreAnsweredAndNamed() {
    Run run = Run.of(SentimentApp::run, "xyzzy plugh\n\uD83D\uDE00\nمرحبا\n", "--load", model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).hasSize(3);
    run.outLines().forEach(line -> assertThat(line).matches(UNKNOWN));
  }

  @Test
  void textGivesOneAnswerAndReadsNoInput() {
    Run typed = Run.of(SentimentApp::run, "A quiet triumph.", "--load", model);
    Run given =
        Run.of(SentimentApp::run, "Never again!", "--load", model, "--text", "A quiet triumph.");
    assertThat(given.exitCode()).isEqualTo(0);
    assertThat(given.out()).isEqualTo(typed.out());
    assertThat(given.err()).isEmpty();
  }

  @Test
  void anEmptyTextIsAnswered() {
    assertThat(Run.of(SentimentApp::run, "", "--load", model, "--text", "").out().strip())
        .matches(UNKNOWN);
  }

  @Test
  void textWithJsonPutsTheAnswerIntoTheResults() {
    JsonObject results =
        Run.of(SentimentApp::run, "", "--load", model, "--text", "A quiet triumph.", "--json")
            .json();
    assertThat(results.get("answer").getAsString()).isAnyOf("NEGATIVE", "POSITIVE");
    assertThat(results.get("probability").getAsDouble()).isAtLeast(0.5);
    assertThat(results.get("evidence").getAsDouble()).isAtLeast(0.5);
    assertThat(results.has("accuracy")).isFalse();
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    Run run =
        Run.of(
            SentimentApp::run,
            "",
            "--train",
            train,
            "--dev",
            dev,
            "--test",
            test,
            "--epochs=2",
            "--json");
    assertThat(run.json().get("loss")).isEqualTo(training.json().get("loss"));
  }

  @Test
  void aTrainingWithACheckpointGivesTheSameWeightsAndLeavesNoFile() {
    Path checkpoint = folder.resolve("checkpoint");
    Run run =
        Run.of(
            SentimentApp::run,
            "",
            "--train",
            train,
            "--dev",
            dev,
            "--test",
            test,
            "--epochs=2",
            "--checkpoint",
            checkpoint,
            "--json");
    assertThat(run.json().get("weights")).isEqualTo(training.json().get("weights"));
    assertThat(Files.exists(checkpoint)).isFalse();
  }

  @Test
  void withoutDevATenthOfTheTrainingSentencesIsSetAside() {
    Run run = Run.of(SentimentApp::run, "", "--train", train, "--epochs", 1, "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.errLines().get(0))
        .isEqualTo("no --dev: 30 of the 300 training sentences are set aside for it");
    assertThat(run.err()).contains("on 270 examples");
    assertThat(run.json().get("testedOn").getAsString()).isEqualTo("the dev sentences");
    assertThat(run.json().get("examples").getAsInt()).isEqualTo(30);
  }

  @Test
  void aHandfulOfSentencesTrainsWithoutDev() throws IOException {
    Path few = SmallFiles.write(folder.resolve("few.tsv"), 4, 4);
    Run run = Run.of(SentimentApp::run, "", "--train", few, "--epochs", 1, "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.json().has("accuracy")).isFalse();
  }

  @Test
  void theHandWrittenSentencesAreReadWhole() {
    TestSentences sentences = ShippedSentences.test();
    assertThat(sentences.all().size()).isAtLeast(250);
    assertThat(sentences.plain().size()).isLessThan(sentences.all().size());
    assertThat(sentences.all()).containsAtLeastElementsIn(sentences.plain());
  }

  @Test
  void noneOfTheHandWrittenSentencesIsTrainedOn() {
    TrainingSentences training = ShippedSentences.training();
    assertThat(training.train()).containsNoneIn(ShippedSentences.test().all());
    assertThat(training.dev()).containsNoneIn(training.train());
  }

  @Test
  void aDamagedModelFileIsOneClearLine() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.rondo"), "no model");
    Run run = Run.of(SentimentApp::run, "", "--load", damaged);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("error: model file \"" + damaged + "\"");
  }
}
