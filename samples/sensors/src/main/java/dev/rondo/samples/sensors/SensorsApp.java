package dev.rondo.samples.sensors;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.sensors.DataArguments.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Trains {@link MachineMonitor} or {@link SeriesClassifier}, tests it, and answers readings of a
 * machine as they come.
 */
@Command(
    name = "sensors",
    customSynopsis = "samples/run sensors [OPTIONS]",
    description = {
      "",
      "Learns from simulated machines, or your own, to tell how far a machine is worn and how many"
          + " hours remain, and answers its readings one by one. Learns classes of series, too.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "A reading is a line of values in this order, at the prompt or piped in:",
      "  " + ReadingLine.HEADER,
      "such as",
      "  2024-05-01T12:00:00Z,NORMAL,0.5,2900,52.5,1.5,3.75,false",
      "Time is in ISO 8601, mode is IDLE, NORMAL or HEAVY, oilPressure may be blank.",
      "",
      "FILE is a table (.csv, .tsv) with one reading a row, those of a machine together and in the"
          + " order of time. Its columns are called as above, in any order, and further are"
          + " machine, condition (GOOD, WORN, FAILING) and remaining (hours): the verdict after the"
          + " machine's last reading, the same in all of its rows.",
      "",
      "Or FILE is .ts: a series on each line, its dimensions and then its class separated by"
          + " colons, as of timeseriesclassification.com.",
      "",
      "Without --dev a tenth of the training examples of each class is set aside, picked by --seed,"
          + " unless that were fewer than 20. The model has the weights of the epoch with the"
          + " lowest loss on them, and training ends when it no longer falls; without any it has"
          + " the last.",
      "",
      "Examples:",
      "  samples/run sensors --simulate",
      "  samples/run sensors --save sensors.rondo",
      "  samples/run sensors --load sensors.rondo < readings.txt",
      "  samples/run sensors --train train.csv --group serial --test test.csv",
      "  samples/run sensors --train train.ts --test test.ts --json"
    })
public final class SensorsApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();
  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(
      names = "--simulate",
      description = "Watch a simulated machine until it breaks, then exit.")
  private boolean simulate;

  @Mixin private final OutputArguments output = new OutputArguments();

  private SensorsApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new SensorsApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    Optional<Path> file = model.load();
    SensorKind<?, ?, ?> kind = file.isPresent() ? SensorKind.of(file.get()) : data.kind();
    if (simulate && kind.equals(SensorKind.SERIES)) {
      throw SampleFailure.usage("--simulate is about machines, but the model is one of series.");
    }
    return file.isPresent() ? load(kind, file.get()) : train(kind);
  }

  private <E> int load(SensorKind<?, E, ?> kind, Path file) throws IOException {
    data.checkFor(kind);
    Optional<TestData<E>> test = data.test(kind);
    if (kind.equals(SensorKind.SERIES) && test.isEmpty()) {
      throw SampleFailure.usage("the model is one of series: give some to test it by --test FILE.");
    }
    if (test.isEmpty() && output.json() && !simulate) {
      test = Optional.of(data.simulated(kind));
    }
    try (SensorModel<E> loaded = kind.read(file, model.device())) {
      use(loaded, test);
    }
    return SampleMain.OK;
  }

  private <E> int train(SensorKind<?, E, ?> kind) throws IOException {
    TrainingData<E> training = data.training(kind, model.seed(), streams.err());
    TestData<E> test = data.test(kind, training);
    Optional<SensorModel<E>> trained = kind.train(new TrainingSession(streams, model), training);
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (SensorModel<E> learned = trained.get()) {
      use(learned, Optional.of(test));
    }
    return SampleMain.OK;
  }

  private <E> void use(SensorModel<E> sensors, Optional<TestData<E>> test) throws IOException {
    ModelUse use = new ModelUse(streams, output);
    test.filter(given -> !given.examples().isEmpty())
        .ifPresent(
            given -> {
              TestReport report = sensors.test().apply(given.examples());
              use.tested(
                  "tested on " + given.source() + ": " + report,
                  results -> {
                    report.addTo(results);
                    results.put("testedOn", given.source());
                  });
            });
    use.trained(sensors.history(), "trainingExamples", "devAccuracy");
    Optional<MachineWatch> watch = sensors.watch();
    if (watch.isPresent() && simulate) {
      watch.get().simulate(model.seed(), streams);
    }
    if (watch.isPresent() && output.json()) {
      use.results().put("stepsPerSecond", watch.get().stepsPerSecond());
    } else if (watch.isPresent() && !simulate) {
      watch.get().ask(streams);
    }
    use.end(sensors.save());
  }
}
