package dev.rondo.samples.tagger;

import dev.rondo.runtime.data.file.Conll;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that bring the user's own sentences; without them those that are shipped are used.
 */
final class DataArguments {
  @Option(names = "--train", paramLabel = "FILE", description = "Train on the sentences of FILE.")
  private @Nullable Path train;

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Choose the best epoch by the sentences of FILE; by default a tenth of those of --train.")
  private @Nullable Path dev;

  @Option(names = "--test", paramLabel = "FILE", description = "Test on the sentences of FILE.")
  private @Nullable Path test;

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      description =
          "Where the tags are: a name, such as UPOS (the default) or XPOS, in CoNLL-U, or a number"
              + " from 1.")
  private @Nullable String column;

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    model.refuseWithLoad("--train", train);
    model.refuseWithLoad("--dev", dev);
    if (dev != null && train == null) {
      throw SampleFailure.usage(
          "--dev goes with --train: the sentences that are shipped have their own dev sentences.");
    }
    if (column != null && train == null && test == null) {
      throw SampleFailure.usage("--column goes with --train or --test: it says how FILE is read.");
    }
  }

  /**
   * Returns the sentences to train on.
   *
   * @param seed picks the dev sentences where no file brings them
   * @param err is told about that
   */
  TrainingSentences training(long seed, PrintStream err) {
    if (train == null) {
      return ShippedSentences.training();
    }
    List<Tagged> sentences = read(train);
    if (dev != null) {
      return new TrainingSentences(sentences, read(dev));
    }
    TrainingSentences split = TrainingSentences.split(sentences, seed);
    if (split.dev().isEmpty()) {
      err.println("no --dev: the training sentences are too few to set some aside for it");
    } else {
      err.printf(
          "no --dev: %s of the %s training sentences are set aside for it%n",
          split.dev().size(), sentences.size());
    }
    return split;
  }

  /** Returns whether the shipped sentences are trained on. */
  boolean shipped() {
    return train == null;
  }

  /** Returns the sentences of {@code --test}. */
  Optional<TestSentences> test() {
    return Optional.ofNullable(test).map(file -> new TestSentences(file.toString(), read(file)));
  }

  /**
   * Returns the sentences that a model is tested on without {@code --test}: the shipped ones for a
   * model of the shipped sentences, and the dev sentences for another.
   */
  TestSentences usualTest(TrainingSentences training) {
    return train == null ? shippedTest() : new TestSentences("the dev sentences", training.dev());
  }

  /** Returns the sentences that people wrote. */
  static TestSentences shippedTest() {
    return new TestSentences("the hand-written sentences", ShippedSentences.test());
  }

  private List<Tagged> read(Path file) {
    return Tagged.read(file, columns(file));
  }

  /** In CoNLL-U words are in column 2, which is called FORM, and in other files in column 1. */
  private Conll columns(Path file) {
    boolean universal = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.conllup?(\\.gz)?");
    if (column == null && !universal) {
      throw SampleFailure.usage(
          "\"%s\" is no CoNLL-U by its name: say which column has the tags, as in --column 4."
              .formatted(file));
    }
    String tags = column == null ? "UPOS" : column;
    if (!tags.matches("[0-9]{1,4}")) {
      return Conll.columns("FORM", tags);
    }
    try {
      return Conll.columns(universal ? 2 : 1, Integer.parseInt(tags));
    } catch (IllegalArgumentException e) {
      throw SampleFailure.usage("--column: " + e.getMessage());
    }
  }
}
