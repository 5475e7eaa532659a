package dev.rondo.samples.forecast;

import dev.rondo.runtime.series.Disorder;
import dev.rondo.runtime.series.Duplicates;
import dev.rondo.runtime.series.Holes;
import dev.rondo.runtime.series.RegularTimes;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.series.TimeReport;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SeriesFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bring the user's own series, and say how it is forecast. */
final class DataArguments {
  private static final int HOURS = 24 * 7 * 20;

  private static final TimePolicy REPAIR =
      new TimePolicy(Disorder.SORT, Duplicates.MEAN, Holes.INTERPOLATE);

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Forecast the series in FILE (.csv with a header); simulated by default.")
  private @Nullable Path data;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "The column of the times; time by default.")
  private @Nullable String time;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "The column that is forecast; value by default.")
  private @Nullable String value;

  @Option(
      names = "--repair",
      description =
          "Put times right that are not regular: steps are sorted, of equal times the mean is"
              + " kept, and steps that are missing are interpolated.")
  private boolean repair;

  @Option(names = "--horizon", paramLabel = "N", description = "Forecast N steps; 24 by default.")
  private @Nullable Integer horizon;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Read the last N steps; 168 by default.")
  private @Nullable Integer window;

  @Option(
      names = "--season",
      paramLabel = "N",
      description = "The series repeats itself after N steps; by default that is found.")
  private @Nullable Integer season;

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    if (data == null && (time != null || value != null)) {
      throw SampleFailure.usage("--time and --value go with --data: they say how FILE is read.");
    }
    if (data == null && repair) {
      throw SampleFailure.usage("--repair goes with --data: what is simulated is regular.");
    }
    if (data != null) {
      ModelArguments.checkReadable("--data", data);
    }
    model.refuseWithLoad("--horizon", horizon);
    model.refuseWithLoad("--window", window);
    model.refuseWithLoad("--season", season);
    for (Integer count : new Integer[] {horizon, window, season}) {
      if (count != null && count < 1) {
        throw SampleFailure.usage("found " + count + ", expected a whole number from 1");
      }
    }
  }

  /**
   * Returns the series.
   *
   * @param told is told what was put right
   * @throws SampleFailure if its times are not regular, and are not to be put right
   */
  List<Point> series(long seed, PrintStream told) {
    if (data == null) {
      return SimulatedLoad.simulate(seed, HOURS);
    }
    List<Point> read =
        SeriesFile.read(data, time == null ? "time" : time, value == null ? "value" : value)
            .stream()
            .map(row -> new Point(row.at(), row.value(), false))
            .toList();
    RegularTimes<Point> times = SeriesForecasterPredictor.times(REPAIR);
    TimeReport report = times.inspect(read, name());
    if (report.regular()) {
      return read;
    }
    if (!repair) {
      throw SampleFailure.of(
          "--data: \"%s\" is not regular: %s; put it right, or have that done by --repair"
              .formatted(data, report));
    }
    told.println("put right: " + report);
    return times.regular(read, name());
  }

  /** Returns what the series is called. */
  String name() {
    return data == null ? "simulated load" : String.valueOf(data.getFileName());
  }

  /** Passes the options on to a trainer. */
  void configure(SeriesForecasterTrainer trainer) {
    if (horizon != null) {
      trainer.horizon(horizon);
    }
    if (window != null) {
      trainer.window(window);
    }
    if (season != null) {
      trainer.season(season);
    }
  }
}
