package dev.rondo.samples.sentiment;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
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
      names = "--calibrate",
      description = "Fit probabilities to the dev sentences when the training ends.")
  private boolean calibrate;

  /** Returns whether probabilities are to be calibrated. */
  boolean calibrate() {
    return calibrate;
  }

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    model.refuseWithLoad("--train", train);
    model.refuseWithLoad("--dev", dev);
    model.refuseWithLoad("--calibrate", calibrate ? "" : null);
    if (dev != null && train == null) {
      throw SampleFailure.usage(
          "--dev goes with --train: the sentences that are shipped have their own dev sentences.");
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
    List<SentimentModelExample> sentences = SentimentModelExample.read(train);
    if (dev != null) {
      return new TrainingSentences(sentences, SentimentModelExample.read(dev));
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
    return Optional.ofNullable(test)
        .map(file -> TestSentences.unmarked(file.toString(), SentimentModelExample.read(file)));
  }

  /**
   * Returns the sentences that a model is tested on without {@code --test}: the shipped ones for a
   * model of the shipped sentences, and the dev sentences for another.
   */
  TestSentences usualTest(TrainingSentences training) {
    return train == null
        ? ShippedSentences.test()
        : TestSentences.unmarked("the dev sentences", training.dev());
  }
}
