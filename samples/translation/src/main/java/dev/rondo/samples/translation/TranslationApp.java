package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Translation;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.TrainingSpeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Trains {@link SmallTranslator}, {@link Translator} or {@link SubwordTranslator}, tests it, and
 * translates what is typed.
 */
@Command(
    name = "translation",
    customSynopsis = "samples/run translation [OPTIONS]",
    description = {
      "",
      "Trains a translator from English into French, tests it, and translates the sentences that"
          + " are typed.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "FILE has an English sentence, a tab and its French translation on each line; a header is"
          + " optional. To test, equal sentences are one with several right translations.",
      "",
      "Examples:",
      "  samples/run translation",
      "  samples/run translation --save translator.rondo",
      "  samples/run translation --load translator.rondo --text \"The cat is hungry.\"",
      "  samples/run translation --load translator.rondo --text \"The cat is hungry.\""
          + " --attention cat.png",
      "  samples/run translation --train train.tsv --dev dev.tsv --test test.tsv --json"
    })
public final class TranslationApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      converter = TranslationKinds.Converter.class,
      description =
          "Train the model NAME: small (by default for the shipped sentences), words (by default"
              + " with --train) or subwords.")
  private @Nullable TranslationKind<?, ?, ?> kind;

  @Mixin private final ModelArguments model = new ModelArguments();
  @Mixin private final TranslationArguments wanted = new TranslationArguments();
  @Mixin private final OutputArguments output = new OutputArguments();

  private TranslationApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new TranslationApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    model.refuseWithLoad("--model", kind);
    wanted.check(output.json());
    Optional<Path> file = model.load();
    return file.isPresent() ? load(file.get()) : train();
  }

  private int load(Path file) throws IOException {
    Optional<TestSentences> test = data.test();
    if (test.isEmpty() && output.json() && wanted.text().isEmpty()) {
      test = Optional.of(ShippedSentences.test());
    }
    try (TranslationModel translator = TranslationKinds.of(file).read(file, model.device())) {
      use(translator, test, new ModelUse(streams, output));
    }
    return SampleMain.OK;
  }

  private int train() throws IOException {
    Optional<TestSentences> given = data.test();
    TrainingSentences sentences = data.training(model.seed(), streams.err());
    TestSentences test = given.orElseGet(() -> data.usualTest(sentences));
    TrainingSpeed speed = new TrainingSpeed();
    TrainingSession session =
        new TrainingSession(streams, model).counting("target tokens").alsoTelling(speed);
    Optional<TranslationModel> trained =
        (kind == null ? data.usualModel() : kind)
            .train(session, sentences, learning -> show(learning, sentences.shown()));
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (TranslationModel translator = trained.get()) {
      ModelUse use = new ModelUse(streams, output);
      use.results().put("targetTokensPerSecond", speed.perSecond());
      use(translator, Optional.of(test), use);
    }
    return SampleMain.OK;
  }

  private void show(TranslationModel learning, Pair pair) {
    String translation = learning.translate(pair.english(), wanted.decoding()).text();
    streams.err().printf("it translates: %s -> %s%n", pair.english(), translation);
  }

  private void use(TranslationModel translator, Optional<TestSentences> test, ModelUse use)
      throws IOException {
    test.filter(sentences -> !sentences.english().isEmpty())
        .map(sentences -> TestReport.of(translator, sentences, wanted.decoding()))
        .ifPresent(report -> use.tested(report.toString(), report::addTo));
    use.trained(translator.history(), "", "devBleu");
    Answers answers = new Answers(translator, wanted.decoding(), wanted.attention());
    if (wanted.text().isPresent()) {
      Translation translation = answers.translate(wanted.text().get());
      use.answered(translation.text(), results -> results.put("translation", translation.text()));
      answers.draw(translation);
    } else {
      use.prompt(
          "sentence> ",
          "Type an English sentence; an end of input (Ctrl-D) ends.",
          sentence -> answer(answers, sentence));
    }
    use.end(translator::save);
  }

  /** A sentence that cannot be drawn does not end the prompt. */
  private String answer(Answers answers, String sentence) {
    Translation translation = answers.translate(sentence);
    try {
      answers.draw(translation);
    } catch (SampleFailure e) {
      streams.err().println("error: " + e.getMessage());
    }
    return translation.text();
  }
}
