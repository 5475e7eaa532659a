package dev.rondo.samples.sentiment;

import dev.rondo.Prediction;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains {@link SentimentModel}, tests it, and answers sentences that are typed. */
@Command(
    name = "sentiment",
    customSynopsis = "samples/run sentiment [OPTIONS]",
    description = {
      "",
      "Trains a classifier of reviews, tests it, and says of each typed sentence whether it is"
          + " positive or negative.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "FILE has a sentence, a tab and a label on each line; the label is NEGATIVE or POSITIVE, or 0"
          + " or 1. A header is optional.",
      "",
      "Examples:",
      "  samples/run sentiment",
      "  samples/run sentiment --save sentiment.rondo",
      "  samples/run sentiment --load sentiment.rondo --text \"A quiet triumph.\"",
      "  samples/run sentiment --load sentiment.rondo < sentences.txt",
      "  samples/run sentiment --checkpoint sentiment.checkpoint --save sentiment.rondo",
      "  samples/run sentiment --train train.tsv --dev dev.tsv --test test.tsv --json"
    })
public final class SentimentApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();
  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(names = "--text", paramLabel = "SENTENCE", description = "Answer SENTENCE, then exit.")
  private @Nullable String text;

  @Mixin private final OutputArguments output = new OutputArguments();

  private SentimentApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new SentimentApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    Optional<Path> file = model.load();
    return file.isPresent() ? load(file.get()) : train();
  }

  private int load(Path file) throws IOException {
    Optional<TestSentences> test = data.test();
    if (test.isEmpty() && output.json() && text == null) {
      test = Optional.of(ShippedSentences.test());
    }
    try (SentimentModelPredictor predictor = SentimentModelPredictor.load(file, model.device())) {
      use(predictor, test);
    }
    return SampleMain.OK;
  }

  private int train() throws IOException {
    Optional<TestSentences> given = data.test();
    TrainingSentences sentences = data.training(model.seed(), streams.err());
    TestSentences test = given.orElseGet(() -> data.usualTest(sentences));
    SentimentModelTrainer trainer = SentimentModelTrainer.create();
    if (data.shipped()) {
      trainer.epochs(ShippedSentences.EPOCHS);
    }
    if (!sentences.dev().isEmpty()) {
      trainer.validateOn(sentences.dev());
      if (data.calibrate()) {
        trainer.calibrate(sentences.dev());
      }
    }
    Optional<SentimentModelPredictor> trained =
        new TrainingSession(streams, model)
            .run(trainer, it -> it.fit(sentences.train()), SentimentModelPredictor::save);
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (SentimentModelPredictor predictor = trained.get()) {
      use(predictor, Optional.of(test));
    }
    return SampleMain.OK;
  }

  private void use(SentimentModelPredictor predictor, Optional<TestSentences> test)
      throws IOException {
    ModelUse use = new ModelUse(streams, output);
    test.filter(sentences -> !sentences.all().isEmpty())
        .map(sentences -> TestReport.of(predictor, sentences))
        .ifPresent(report -> use.tested(report.toString(), report::addTo));
    use.trained(predictor.history(), "trainingExamples", "devAccuracy");
    if (text == null) {
      use.prompt(
          "sentence> ",
          "Type a sentence; an end of input (Ctrl-D) ends.",
          sentence -> predictor.predictScored(sentence).toString());
    } else {
      Prediction<Sentiment> answer = predictor.predictScored(text);
      use.answered(
          answer.toString(),
          results ->
              results
                  .put("answer", answer.value().name())
                  .put("probability", answer.probability())
                  .put("evidence", answer.evidence()));
    }
    use.end(predictor::save);
  }
}
