package dev.rondo.samples.anomaly;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns what is ordinary, watches a stream step by step, and tells how good its alarms are. */
@Command(
    name = "anomaly",
    customSynopsis = "samples/run anomaly [OPTIONS]",
    description = {
      "",
      "Watches a stream for what is unusual. By default it is the metrics of a server that is"
          + " simulated: the model learns from ordinary weeks, other ordinary weeks give the"
          + " threshold of alarms, and then it watches weeks with faults, step by step.",
      "",
      "With --data it watches your own series: of each FILE it learns from the first rows alone,"
          + " 15 %% of them but at most 750, as the Numenta Anomaly Benchmark has it.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Each alarm is a line with its score, what was found and what was expected. A score is the"
          + " negative decimal logarithm of how likely such a step is: 3 is one in a thousand.",
      "",
      "Examples:",
      "  samples/run anomaly",
      "  samples/run anomaly --picture server.png --json",
      "  samples/run anomaly --log",
      "  samples/run anomaly --data nyc_taxi.csv --windows combined_windows.json"
    })
public final class AnomalyApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();

  @Option(
      names = "--false-per-week",
      paramLabel = "X",
      description = "Accept X false alarms a week; 1 by default.")
  private double falsePerWeek = 1;

  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draw what was watched, its scores and alarms into FILE (.png).")
  private @Nullable Path picture;

  @Mixin private final OutputArguments output = new OutputArguments();

  private AnomalyApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new AnomalyApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    if (!(falsePerWeek > 0)) {
      throw SampleFailure.usage(
          "--false-per-week: found " + falsePerWeek + ", expected a number above 0");
    }
    if (picture != null) {
      ModelArguments.checkWritable("--picture", picture);
      if (data.data().size() > 1 || data.log()) {
        throw SampleFailure.usage("--picture draws the metrics, or one FILE.");
      }
    }
    Task task =
        new Task(
            streams,
            output.json() ? streams.err() : streams.out(),
            model,
            falsePerWeek / 7,
            Optional.ofNullable(picture));
    Optional<Results> results =
        !data.data().isEmpty()
            ? SeriesTask.run(task, data)
            : data.log() ? LogTask.run(task, data.weeks()) : ServerTask.run(task, data.weeks());
    if (results.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    if (output.json()) {
      results.get().print(streams.out());
    }
    return SampleMain.OK;
  }
}
