package dev.rondo.samples.writer;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TextEvaluation;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.Prompt;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.TrainingSpeed;
import dev.rondo.samples.common.WeightsDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains {@link Writer} on a text, shows how it learns to write, and continues what is typed. */
@Command(
    name = "writer",
    customSynopsis = "samples/run writer [OPTIONS]",
    description = {
      "",
      "Learns to write from a text, character by character, and continues what is typed.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Without --text it learns from the Java sources of Rondo, and so learns to write Java.",
      "The last tenth of the text is set aside to measure how well the rest was learned.",
      "",
      "Examples:",
      "  samples/run writer --epochs 3",
      "  samples/run writer --text book.txt --save book.rondo",
      "  samples/run writer --load book.rondo --temperature 0.6 --length 1000",
      "  samples/run writer --text book.txt --epochs 4 --json"
    })
public final class WriterApp implements Callable<Integer> {
  private static final double ASIDE = 0.1;
  private static final int SHOWN = 300;

  private final Streams streams;

  @Mixin private final TextArguments text = new TextArguments();
  @Mixin private final ModelArguments model = new ModelArguments();
  @Mixin private final OutputArguments output = new OutputArguments();

  private WriterApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new WriterApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    text.check();
    Optional<Path> file = model.load();
    return file.isPresent() ? load(file.get()) : train();
  }

  private int load(Path file) throws IOException {
    try (WriterPredictor writer = WriterPredictor.load(file, model.device())) {
      Results results = new Results();
      text.given()
          .ifPresent(
              given -> {
                TextEvaluation evaluation = writer.evaluate(given);
                streams.err().println("foretold " + given + ": " + evaluation);
                results.put("nats", evaluation.loss());
              });
      use(writer, results);
    }
    return SampleMain.OK;
  }

  private int train() throws IOException {
    Path[] files = text.files(model.seed());
    WriterTrainer trainer = WriterTrainer.create().validateOnLast(ASIDE).observer(this::show);
    TrainingSpeed speed = new TrainingSpeed();
    Optional<WriterPredictor> trained =
        new TrainingSession(streams, model)
            .counting("characters")
            .alsoTelling(speed)
            .run(trainer, it -> it.fit(files), WriterPredictor::save);
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (WriterPredictor writer = trained.get()) {
      Results results = new Results();
      addTraining(writer.history(), results);
      results.put("charsPerSecond", speed.perSecond());
      use(writer, results);
    }
    return SampleMain.OK;
  }

  private void show(WriterPredictor writer) {
    String written = writer.write("", text.sampling().maximumLength(SHOWN).seed(model.seed()));
    streams.err().println("it writes: " + written.strip().replace("\n", "\n  | "));
  }

  private static void addTraining(TrainingHistory history, Results results) {
    results.put("epochs", history.epochs().size()).put("bestEpoch", history.bestEpoch());
    if (history.best().isPresent()) {
      EpochReport best = history.best().get();
      results.put("trainingNats", best.trainingLoss());
      if (best.validationLoss() != null) {
        results.put("nats", best.validationLoss());
      }
    }
  }

  private void use(WriterPredictor writer, Results results) throws IOException {
    if (output.json()) {
      results
          .put("generatedPerSecond", WritingSpeed.of(writer))
          .put("weights", WeightsDigest.of(writer::save))
          .print(streams.out());
      return;
    }
    Sampling sampling = text.sampling();
    new Prompt(streams, "continue> ")
        .run(
            "Type how a text begins; an end of input (Ctrl-D) ends.",
            opening -> opening + writer.write(opening, sampling));
  }
}
