package dev.rondo.samples.tagger;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model that tags words, tests it, and tags sentences that are typed. */
@Command(
    name = "tagger",
    customSynopsis = "samples/run tagger [OPTIONS]",
    description = {
      "",
      "Learns to find names of persons, places, organisations and dates in sentences, or the tags"
          + " of your own corpus, tests it, and tags what is typed.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "FILE has one word a line, with its tag in another column, and a blank line behind each"
          + " sentence. Called .conllu, it is CoNLL-U; else words are in column 1. Columns are"
          + " separated by tabs or spaces. Tags of names may be IOB1, BIO or BIOES, which is found"
          + " out; they are learned as BIO.",
      "",
      "Examples:",
      "  samples/run tagger",
      "  samples/run tagger --save tagger.rondo",
      "  samples/run tagger --load tagger.rondo --text \"Ada met Alan in Paris on Monday.\"",
      "  samples/run tagger --load tagger.rondo < sentences.txt",
      "  samples/run tagger --train train.conllu --dev dev.conllu --test test.conllu --column UPOS",
      "  samples/run tagger --train eng.train --dev eng.testa --test eng.testb --column 4 --json"
    })
public final class TaggerApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      converter = TaggerKinds.Converter.class,
      description = {
        "Train the model NAME: words, which knows whole words only; characters, which reads the"
            + " characters of words, too; crf, which has two layers and decides the tags of a"
            + " sentence together, besides (the default)."
      })
  private @Nullable TaggerKind<?, ?, ?> kind;

  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(names = "--text", paramLabel = "SENTENCE", description = "Tag SENTENCE, then exit.")
  private @Nullable String text;

  @Mixin private final OutputArguments output = new OutputArguments();

  private TaggerApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new TaggerApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    model.refuseWithLoad("--model", kind);
    Optional<Path> file = model.load();
    return file.isPresent() ? load(file.get()) : train();
  }

  private int load(Path file) throws IOException {
    Optional<TestSentences> test = data.test();
    if (test.isEmpty() && output.json() && text == null) {
      test = Optional.of(DataArguments.shippedTest());
    }
    try (TaggerModel loaded = TaggerKinds.of(file).read(file, model.device())) {
      use(loaded, test);
    }
    return SampleMain.OK;
  }

  private int train() throws IOException {
    Optional<TestSentences> given = data.test();
    TrainingSentences sentences = data.training(model.seed(), streams.err());
    TestSentences test = given.orElseGet(() -> data.usualTest(sentences));
    Optional<TaggerModel> trained =
        (kind == null ? TaggerKinds.CRF : kind)
            .train(
                new TrainingSession(streams, model).counting("sentences"),
                sentences,
                data.shipped() ? Optional.of(ShippedSentences.EPOCHS) : Optional.empty());
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (TaggerModel learned = trained.get()) {
      use(learned, Optional.of(test));
    }
    return SampleMain.OK;
  }

  private void use(TaggerModel tagger, Optional<TestSentences> test) throws IOException {
    ModelUse use = new ModelUse(streams, output);
    test.filter(given -> !given.sentences().isEmpty())
        .map(given -> TestReport.of(tagger, given))
        .ifPresent(report -> use.tested(report.toString(), report::addTo));
    use.trained(tagger.history(), "trainingSentences", "devQuality");
    if (text == null) {
      use.prompt(
          "sentence> ",
          "Type a sentence; an end of input (Ctrl-D) ends.",
          sentence -> answer(tagger, sentence, streams.coloured()));
    } else {
      String answer = answer(tagger, text, !output.json() && streams.coloured());
      use.answered(answer, results -> results.put("answer", answer));
    }
    use.end(tagger.save());
  }

  private static String answer(TaggerModel tagger, String sentence, boolean coloured) {
    List<String> words = TypedWords.of(sentence);
    return words.isEmpty() ? "" : new TaggedText(coloured).of(words, tagger.tag(words));
  }
}
