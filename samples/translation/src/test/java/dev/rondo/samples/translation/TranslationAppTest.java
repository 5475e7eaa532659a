package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationAppTest {
  @TempDir private static Path folder;
  private static Path train;
  private static String sentence = "";
  private static Path dev;
  private static Path test;
  private static Path model;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    train = SmallFiles.writeOften(folder.resolve("train.tsv"), 1, 20, 60);
    sentence = Pair.read(train).get(0).english();
    dev = SmallFiles.write(folder.resolve("dev.tsv"), 2, 20);
    test = SmallFiles.writeTwice(folder.resolve("test.tsv"), 3, 20);
    model = folder.resolve("model.rondo");
    training = train("--epochs", 2, "--save", model);
  }

  private static Run train(Object... more) {
    Object[] data = {"--train", train, "--dev", dev, "--test", test, "--json"};
    Object[] all = new Object[data.length + more.length];
    System.arraycopy(data, 0, all, 0, data.length);
    System.arraycopy(more, 0, all, data.length, more.length);
    return Run.of(TranslationApp::run, "", all);
  }

  private static Run load(Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "--load";
    all[1] = model;
    System.arraycopy(more, 0, all, 2, more.length);
    return Run.of(TranslationApp::run, "", all);
  }

  @Test
  void theLastLineOfStandardOutputIsTheResultsAsJson() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    for (String score : new String[] {"bleu", "bleuLower", "bleuGreedyLower", "chrf", "devBleu"}) {
      assertThat(results.get(score).getAsDouble()).isAtLeast(0);
      assertThat(results.get(score).getAsDouble()).isAtMost(100);
    }
    assertThat(results.get("bleuSignature").getAsString()).startsWith("nrefs:2|case:mixed|");
    assertThat(results.get("targetTokensPerSecond").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("translateSeconds").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("sentenceMilliseconds").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("sentences").getAsInt()).isEqualTo(20);
    assertThat(results.get("testedOn").getAsString()).isEqualTo(test.toString());
    assertThat(results.get("epochs").getAsInt()).isEqualTo(2);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
  }

  @Test
  void progressIsInTargetTokens() {
    assertThat(training.err()).containsMatch("weights on [\\d,]+ target tokens, at most 2 epochs");
    assertThat(training.err()).containsMatch("\nepoch 2 of 2: loss .* [\\d,]+ target tokens/s");
    assertThat(training.err()).contains(", dev BLEU ");
    assertThat(training.err()).doesNotContain("examples");
    assertThat(training.err()).contains("\nsaved the model to " + model + "\n");
  }

  @Test
  void aDevSentenceIsTranslatedAfterEachEpoch() throws IOException {
    String shown = Files.readAllLines(dev).get(0).split("\t", -1)[0];
    assertThat(
            training.errLines().stream()
                .filter(line -> line.startsWith("it translates: " + shown + " -> ")))
        .hasSize(2);
  }

  @Test
  void theTestShowsItsFiguresWithTheirSignaturesAndEightExamples() {
    assertThat(training.err()).contains("tested on " + test + ", 20 sentences:\nBLEU = ");
    assertThat(training.err()).contains("\n  nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|");
    assertThat(training.err()).contains("\nchrF2 = ");
    for (String label : new String[] {"source", "translation", "reference"}) {
      assertThat(training.errLines().stream().filter(line -> line.startsWith("  " + label + " ")))
          .hasSize(8);
    }
  }

  @Test
  void aLoadedModelGivesTheFiguresItHadWhenItWasSaved() {
    JsonObject loaded = load("--test", test, "--json").json();
    JsonObject trained = training.json().deepCopy();
    trained.remove("targetTokensPerSecond");
    trained.remove("translateSeconds");
    trained.remove("sentenceMilliseconds");
    loaded.remove("translateSeconds");
    loaded.remove("sentenceMilliseconds");
    assertThat(loaded).isEqualTo(trained);
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    JsonObject again = train("--epochs", 2).json();
    assertThat(again.get("chrf")).isEqualTo(training.json().get("chrf"));
    assertThat(again.get("bestEpoch")).isEqualTo(training.json().get("bestEpoch"));
  }

  @Test
  void aModelOfSubwordsIsFoundInItsFile() throws IOException {
    Path subwords = folder.resolve("subwords.rondo");
    Path few = SmallFiles.writeOften(folder.resolve("few.tsv"), 1, 20, 4);
    Run trained =
        Run.of(
            TranslationApp::run,
            "",
            "--train",
            few,
            "--dev",
            dev,
            "--test",
            test,
            "--json",
            "--model",
            "subwords",
            "--epochs",
            1,
            "--save",
            subwords);
    assertThat(trained.exitCode()).isEqualTo(0);
    Run loaded = Run.of(TranslationApp::run, "", "--load", subwords, "--test", test, "--json");
    assertThat(loaded.exitCode()).isEqualTo(0);
    assertThat(loaded.json().get("chrf")).isEqualTo(trained.json().get("chrf"));
  }

  @Test
  void linesOfStandardInputAreTranslatedAndBlankOnesSkipped() {
    Run run =
        Run.of(
            TranslationApp::run, sentence + "\n\n  \nxyzzy \uD83D\uDE00 مرحبا\n", "--load", model);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void textIsTranslatedAndNoInputIsRead() {
    Run typed = Run.of(TranslationApp::run, sentence, "--load", model);
    Run given = Run.of(TranslationApp::run, "A dog sleeps.", "--load", model, "--text", sentence);
    assertThat(given.exitCode()).isEqualTo(0);
    assertThat(given.out()).isEqualTo(typed.out());
    assertThat(given.out()).isNotEmpty();
    assertThat(given.err()).isEmpty();
  }

  @Test
  void theTranslationOfAnEmptyTextIsEmpty() {
    Run run = load("--text", "");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).containsExactly("");
  }

  @Test
  void textWithJsonPutsTheTranslationIntoTheResults() {
    JsonObject results = load("--text", sentence, "--json").json();
    assertThat(results.get("translation").getAsString() + System.lineSeparator())
        .isEqualTo(load("--text", sentence).out());
    assertThat(results.has("bleu")).isFalse();
  }

  @Test
  void attentionIsDrawnOfTheText() {
    Path png = folder.resolve("text.png");
    Run run = load("--text", sentence, "--attention", png);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(Files.exists(png)).isTrue();
  }

  @Test
  void attentionIsDrawnOfTheSentenceThatIsTyped() {
    Path png = folder.resolve("typed.png");
    Run run = Run.of(TranslationApp::run, sentence, "--load", model, "--attention", png);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(Files.exists(png)).isTrue();
  }

  @Test
  void aTextThatIsTooLongToBeDrawnIsTranslatedAllTheSame() {
    String text = "cat ".repeat(201);
    Path png = folder.resolve("long.png");
    Run given = load("--text", text, "--attention", png);
    assertThat(given.exitCode()).isEqualTo(1);
    assertThat(given.outLines()).hasSize(1);
    assertThat(given.errLines())
        .containsExactly(
            "error: --attention: nothing is drawn: source has 201 words, a picture has 1 to 200");
    Run typed =
        Run.of(TranslationApp::run, text + "\n" + sentence, "--load", model, "--attention", png);
    assertThat(typed.exitCode()).isEqualTo(0);
    assertThat(typed.outLines()).hasSize(2);
    assertThat(typed.errLines()).isEqualTo(given.errLines());
  }

  @Test
  void aPictureThatCannotBeWrittenIsNoticedBeforeTheTraining() {
    Path png = folder.resolve("nowhere").resolve("picture.png");
    Run run = Run.of(TranslationApp::run, "", "--train", train, "--attention", png);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly("error: --attention: the folder of \"" + png + "\" does not exist");
  }

  @Test
  void attentionWithJsonNeedsAText() {
    Run run = load("--attention", folder.resolve("none.png"), "--json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--attention goes with --text");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void aBeamOutOfRangeIsSaid(int beam) {
    Run run = load("--beam=" + beam);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines().get(0))
        .isEqualTo("error: --beam: beam is " + beam + ", must be from 1 to 100");
  }

  @Test
  void aLengthPenaltyOutOfRangeIsSaid() {
    Run run = load("--length-penalty=-0.5");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines().get(0))
        .isEqualTo("error: --length-penalty: lengthPenalty is -0.5, must be from 0 to 5");
  }

  @Test
  void aBeamOfOneIsGreedy() {
    JsonObject results = load("--test", test, "--beam", 1, "--json").json();
    assertThat(results.get("bleuLower")).isEqualTo(results.get("bleuGreedyLower"));
  }

  @Test
  void unknownTokensAreSaid() {
    Run run = Run.of(TranslationApp::run, "", "--model", "letters");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines().get(0))
        .contains("found \"letters\", expected small or words or subwords");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--train=a.tsv", "--dev=a.tsv", "--model=words", "--epochs=1"})
  void optionsOfTheTrainingContradictLoad(String option) {
    Run run = load(option);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is about training, but --load skips it");
  }

  @Test
  void devWithoutTrainIsSaid() {
    Run run = Run.of(TranslationApp::run, "", "--dev", dev);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--dev goes with --train");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Run run =
        Run.of(TranslationApp::run, "", "--train", train, "--test", folder.resolve("nowhere.tsv"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("nowhere.tsv\" does not exist");
  }

  @Test
  void aDamagedModelFileIsOneClearLine() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.rondo"), "no model");
    Run run = Run.of(TranslationApp::run, "", "--load", damaged);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("error: model file \"" + damaged + "\"");
  }

  @Test
  void withoutDevATenthOfTheTrainingSentencesIsSetAside() throws IOException {
    Path many = SmallFiles.write(folder.resolve("many.tsv"), 5, 200);
    Run run = Run.of(TranslationApp::run, "", "--train", many, "--epochs", 1, "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.errLines().get(0))
        .isEqualTo("no --dev: 20 of the 200 training pairs are set aside for it");
    assertThat(run.json().get("testedOn").getAsString()).isEqualTo("the dev sentences");
    assertThat(run.json().get("sentences").getAsInt()).isEqualTo(20);
  }

  @Test
  void aHandfulOfSentencesTrainsWithoutDev() throws IOException {
    Path few = SmallFiles.write(folder.resolve("few.tsv"), 4, 4);
    Run run = Run.of(TranslationApp::run, "", "--train", few, "--epochs", 1, "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.err()).contains("too few to set some aside");
    assertThat(run.json().has("bleu")).isFalse();
  }
}
