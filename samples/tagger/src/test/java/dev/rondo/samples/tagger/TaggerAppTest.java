package dev.rondo.samples.tagger;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.runtime.data.file.Conll;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerAppTest {
  @TempDir private static Path folder;
  private static Path train;
  private static Path dev;
  private static Path test;
  private static Path model;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    train = SmallFiles.write(folder.resolve("train.tsv"), 1, 300);
    dev = SmallFiles.write(folder.resolve("dev.tsv"), 2, 60);
    test = SmallFiles.write(folder.resolve("test.tsv"), 3, 70);
    model = folder.resolve("model.rondo");
    training = train("--save", model);
  }

  private static Run train(Object... more) {
    Object[] arguments = {
      "--train", train, "--dev", dev, "--test", test, "--column", 2, "--epochs", 2, "--json"
    };
    Object[] all = new Object[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Run.of(TaggerApp::run, "", all);
  }

  @Test
  void theLastLineOfStandardOutputIsTheResultsAsJson() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    assertThat(results.get("accuracy").getAsDouble()).isGreaterThan(0.3);
    assertThat(results.get("accuracy").getAsDouble()).isAtMost(1);
    assertThat(results.get("spanF1").getAsDouble()).isAtLeast(0);
    assertThat(results.get("sentences").getAsInt()).isEqualTo(70);
    assertThat(results.get("epochs").getAsInt()).isEqualTo(2);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("tokensPerSecond").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("testedOn").getAsString()).isEqualTo(test.toString());
    assertThat(results.get("weights").getAsString()).isEqualTo(ModelReader.weightsSha256(model));
  }

  @Test
  void progressGoesToStandardError() {
    assertThat(training.err()).contains("on 300 sentences, at most 2 epochs, on cpu\n");
    assertThat(training.err()).contains("\nepoch 2 of 2: loss ");
    assertThat(training.err()).contains("dev span F1 ");
    assertThat(training.err()).contains("\nsaved the model to " + model + "\n");
    assertThat(training.err()).contains("\ntested on " + test + ": accuracy ");
  }

  @Test
  void aLoadedModelGivesTheFiguresItHadWhenItWasSaved() {
    JsonObject loaded =
        Run.of(TaggerApp::run, "", "--load", model, "--test", test, "--column", 2, "--json").json();
    for (String figure : List.of("accuracy", "spanF1", "weights", "epochs")) {
      assertThat(loaded.get(figure)).isEqualTo(training.json().get(figure));
    }
  }

  @Test
  void theSameSeedGivesTheSameWeightsWithACheckpointToo() {
    Path checkpoint = folder.resolve("checkpoint");
    assertThat(train("--checkpoint", checkpoint).json().get("weights"))
        .isEqualTo(training.json().get("weights"));
    assertThat(Files.exists(checkpoint)).isFalse();
  }

  @Test
  void linesOfStandardInputAreTaggedAndBlankOnesSkipped() {
    Run run = Run.of(TaggerApp::run, "Zbigniew lives here.\n\n  \n😀 ...\n", "--load", model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0).replaceAll("\\[| (PERSON|PLACE|ORGANISATION|DATE)\\]", ""))
        .isEqualTo("Zbigniew lives here .");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void textGivesOneAnswerAlsoInTheResults() {
    Run given = Run.of(TaggerApp::run, "", "--load", model, "--text", "Ann is in Rome.");
    JsonObject results =
        Run.of(TaggerApp::run, "", "--load", model, "--text", "Ann is in Rome.", "--json").json();
    assertThat(given.outLines()).containsExactly(results.get("answer").getAsString());
    assertThat(results.has("accuracy")).isFalse();
    assertThat(Run.of(TaggerApp::run, "", "--load", model, "--text", "").out().strip()).isEmpty();
  }

  @Test
  void partsOfSpeechOfConllUAreLearnedWithoutSpans() throws IOException {
    Path universal = SmallFiles.writeUniversal(folder.resolve("ud.conllu"), 4, 200);
    Path test = SmallFiles.writeUniversal(folder.resolve("test.conllu"), 5, 40);
    Run run =
        Run.of(TaggerApp::run, "", "--train", universal, "--test", test, "--epochs", 3, "--json");
    assertThat(run.err()).contains("no --dev: 20 of the 200 training sentences are set aside");
    assertThat(run.json().get("spanF1").isJsonNull()).isTrue();
    assertThat(run.json().get("accuracy").getAsDouble()).isAtLeast(0.8);
    Run xpos =
        Run.of(
            TaggerApp::run,
            "",
            "--train",
            universal,
            "--column",
            "xpos",
            "--epochs",
            1,
            "--text",
            "a dog .");
    assertThat(xpos.out().strip()).matches("a/[NP] dog/[NP] \\./[NP]");
  }

  @Test
  void theModelIsTheOneAskedForElseTheBest() throws IOException {
    Path words = folder.resolve("words.rondo");
    Path universal = SmallFiles.writeUniversal(folder.resolve("few.conllu"), 6, 20);
    Path best = folder.resolve("best.rondo");
    assertThat(train("--model", "words", "--save", words).exitCode()).isEqualTo(0);
    Run.of(TaggerApp::run, "", "--train", universal, "--epochs", 1, "--save", best, "--json");
    assertThat(ModelReader.modelName(words)).isEqualTo("WordTagger");
    assertThat(ModelReader.modelName(best)).isEqualTo("CrfTagger");
    assertThat(ModelReader.modelName(model)).isEqualTo("CrfTagger");
    Run loaded = Run.of(TaggerApp::run, "", "--load", words, "--text", "Ann is in Rome.");
    assertThat(loaded.exitCode()).isEqualTo(0);
    assertThat(Run.of(TaggerApp::run, "", "--load", words, "--model", "words").errLines().get(0))
        .isEqualTo("error: --model is about training, but --load skips it. Leave one of them out.");
    assertThat(Run.of(TaggerApp::run, "", "--model", "letters").errLines().get(0))
        .contains("found \"letters\", expected words or characters or crf");
  }

  @Test
  void namesInAnotherSchemeAreTheSameNames() throws IOException {
    Path iob1 = folder.resolve("iob1.txt");
    Files.writeString(iob1, "Ann O I-PER\nBo O B-PER\n\nin O O\nRome O I-LOC\n");
    assertThat(Tagged.read(iob1, Conll.columns(1, 3)))
        .containsExactly(
            new Tagged(List.of("Ann", "Bo"), List.of("B-PER", "B-PER")),
            new Tagged(List.of("in", "Rome"), List.of("O", "B-LOC")))
        .inOrder();
  }

  @Test
  void tagsThatTrainingDoesNotShowAreWrong() throws IOException {
    Path odd = Files.writeString(folder.resolve("odd.tsv"), "a\tB-ODD\n\nb\tO\n");
    Run run =
        Run.of(
            TaggerApp::run,
            "",
            "--train",
            train,
            "--dev",
            odd,
            "--test",
            odd,
            "--column",
            2,
            "--epochs",
            1,
            "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.json().get("accuracy").getAsDouble()).isAtMost(0.5);
    assertThat(run.json().get("spanF1").getAsDouble()).isEqualTo(0.0);
    assertThat(run.json().get("tokens").getAsInt()).isEqualTo(2);
  }

  @Test
  void theShippedSentencesAreReadWhole() {
    assertThat(ShippedSentences.test().size()).isAtLeast(150);
    TrainingSentences shipped = ShippedSentences.training();
    assertThat(shipped.train()).containsNoneIn(ShippedSentences.test());
    assertThat(shipped.train()).containsNoneIn(shipped.dev());
    assertThat(Tagged.areNames(shipped.train())).isTrue();
  }

  @Test
  void mistakesAreOneClearLine() throws IOException {
    assertThat(Run.of(TaggerApp::run, "", "--train", train).errLines().get(0))
        .isEqualTo(
            "error: \""
                + train
                + "\" is no CoNLL-U by its name: say which column has the tags, as in --column 4.");
    assertThat(Run.of(TaggerApp::run, "", "--column", "UPOS").errLines().get(0))
        .isEqualTo("error: --column goes with --train or --test: it says how FILE is read.");
    assertThat(Run.of(TaggerApp::run, "", "--train", train, "--column", 1).errLines().get(0))
        .startsWith("error: --column: a tagged corpus needs two or more different columns");
    assertThat(Run.of(TaggerApp::run, "", "--train", train, "--column", 7).errLines().get(0))
        .isEqualTo(
            "error: \""
                + train
                + "\", line 1: found 2 fields, separated by tabs, but column 7 is to be read.");
    assertThat(Run.of(TaggerApp::run, "", "--dev", dev).exitCode()).isEqualTo(2);
    Path damaged = Files.writeString(folder.resolve("damaged.rondo"), "no model");
    assertThat(Run.of(TaggerApp::run, "", "--load", damaged).err())
        .startsWith("error: model file \"" + damaged + "\"");
  }
}
