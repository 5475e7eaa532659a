package dev.rondo.samples.sensors;

import static java.util.stream.Collectors.toCollection;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bring the user's own data; without them machines are simulated. */
final class DataArguments {
  private static final int TRAIN_SEED = 1;
  private static final int DEV_SEED = 2;
  private static final int TEST_SEED = 3;
  private static final int TRAIN = 2_000;
  private static final int DEV = 300;
  private static final int TEST = 500;

  @Option(names = "--train", paramLabel = "FILE", description = "Train on the examples of FILE.")
  private @Nullable Path train;

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Choose the best epoch by the examples of FILE, and stop early where they no longer get"
              + " better; by default a tenth of those of --train, class by class.")
  private @Nullable Path dev;

  @Option(names = "--test", paramLabel = "FILE", description = "Test on the examples of FILE.")
  private @Nullable Path test;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "Rows of a table with the same COLUMN are one example; machine by default.")
  private @Nullable String group;

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    model.refuseWithLoad("--train", train);
    model.refuseWithLoad("--dev", dev);
    if (dev != null && train == null) {
      throw SampleFailure.usage("--dev goes with --train: simulated machines have their own.");
    }
    if (group != null && files().findAny().isEmpty()) {
      throw SampleFailure.usage("--group goes with --train or --test: it says how FILE is read.");
    }
    long series = files().filter(DataArguments::isSeries).count();
    if (series != 0 && series != files().count()) {
      throw SampleFailure.usage("some files are series (.ts) and others are tables: expected one.");
    }
    if (series != 0 && group != null) {
      throw SampleFailure.usage("--group is for tables: each line of a .ts file is an example.");
    }
  }

  private Stream<Path> files() {
    return Stream.of(
            Optional.ofNullable(train), Optional.ofNullable(dev), Optional.ofNullable(test))
        .flatMap(Optional::stream);
  }

  private static boolean isSeries(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ts(\\.gz)?");
  }

  /**
   * Checks that the files are of the kind that a loaded model is for.
   *
   * @throws SampleFailure if not
   */
  void checkFor(SensorKind<?, ?, ?> kind) {
    if (test != null && !kind().equals(kind)) {
      throw SampleFailure.usage(
          "--load has a %s, which is tested on %s, but --test is \"%s\"."
              .formatted(
                  kind.model(),
                  kind.equals(SensorKind.SERIES) ? "series (.ts)" : "tables of machines",
                  test));
    }
  }

  /** Returns what there is to learn. */
  SensorKind<?, ?, ?> kind() {
    return files().anyMatch(DataArguments::isSeries) ? SensorKind.SERIES : SensorKind.MACHINES;
  }

  /**
   * Returns the examples to train on.
   *
   * @param seed picks the dev examples where no file brings them
   * @param err is told about that
   */
  <E> TrainingData<E> training(SensorKind<?, E, ?> kind, long seed, PrintStream err) {
    if (train == null) {
      return new TrainingData<>(
          kind.simulator().apply(TRAIN_SEED, TRAIN), kind.simulator().apply(DEV_SEED, DEV));
    }
    List<E> examples = read(kind, train);
    if (dev != null) {
      return new TrainingData<>(examples, known(kind, dev, read(kind, dev), examples));
    }
    TrainingData<E> data = TrainingData.split(examples, kind.label(), seed);
    if (data.dev().isEmpty()) {
      err.println("no --dev: the training examples are too few to set some aside for it");
    } else {
      err.printf(
          "no --dev: %s of the %s training examples are set aside for it%n",
          data.dev().size(), examples.size());
    }
    return data;
  }

  /** Returns the examples of {@code --test}. */
  <E> Optional<TestData<E>> test(SensorKind<?, E, ?> kind) {
    return Optional.ofNullable(test).map(file -> new TestData<>(file.toString(), read(kind, file)));
  }

  /**
   * Returns the examples that a new model is tested on: those of {@code --test}, else simulated
   * ones for a model of those, else the dev examples.
   *
   * @throws SampleFailure if a class is not in the training data
   */
  <E> TestData<E> test(SensorKind<?, E, ?> kind, TrainingData<E> training) {
    if (test != null) {
      return new TestData<>(test.toString(), known(kind, test, read(kind, test), training.train()));
    }
    return train == null ? simulated(kind) : new TestData<>("the dev examples", training.dev());
  }

  /** Returns simulated examples to test on; none of series. */
  <E> TestData<E> simulated(SensorKind<?, E, ?> kind) {
    return new TestData<>("simulated machines", kind.simulator().apply(TEST_SEED, TEST));
  }

  private <E> List<E> read(SensorKind<?, E, ?> kind, Path file) {
    return kind.reader().apply(file, group == null ? "machine" : group);
  }

  /** A class that training does not show is said before the training, not after it. */
  private static <E> List<E> known(
      SensorKind<?, E, ?> kind, Path file, List<E> examples, List<E> training) {
    Set<String> classes = training.stream().map(kind.label()).collect(toCollection(TreeSet::new));
    for (E example : examples) {
      String found = kind.label().apply(example);
      if (kind.equals(SensorKind.SERIES) && !classes.contains(found)) {
        throw SampleFailure.of(
            "\"%s\": class \"%s\" is not in the training data, which has %s. Remove its series, or"
                    .formatted(file, found, String.join(", ", classes))
                + " train on some of them.");
      }
    }
    return examples;
  }

  /**
   * Examples to test a model on.
   *
   * @param source where they come from, for messages
   */
  record TestData<E>(String source, List<E> examples) {}
}
