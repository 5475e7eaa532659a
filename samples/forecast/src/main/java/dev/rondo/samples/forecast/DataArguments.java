package dev.rondo.samples.forecast;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SeriesFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bring the user's own series, and say how it is forecast. */
final class DataArguments {
  private static final int HOURS = 24 * 7 * 20;

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

  /** Returns the series. */
  List<Point> series(long seed) {
    return data == null
        ? SimulatedLoad.simulate(seed, HOURS)
        : SeriesFile.read(data, time == null ? "time" : time, value == null ? "value" : value)
            .stream()
            .map(row -> new Point(row.at(), row.value(), false))
            .toList();
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
