package dev.rondo.samples.forecast;

import dev.rondo.QuantileForecast;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.IntervalScores;
import dev.rondo.runtime.series.QuantileScores;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.Results;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import dev.rondo.samples.common.WeightsDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains {@link SeriesForecaster} on a series, measures it on its last fifth, and draws it. */
@Command(
    name = "forecast",
    customSynopsis = "samples/run forecast [OPTIONS]",
    description = {
      "",
      "Forecasts an hourly load that is simulated, or your own series, with an interval that eight"
          + " of ten values should fall into. What it learned from the first four fifths is"
          + " measured on the last one, from every place in it, beside what is simple.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "FILE is a table with a row for each step, in the order of time and with equal time between"
          + " rows (else see --repair). Times are like 2024-05-01 12:00, 2024-05-01 or 2024-05.",
      "",
      "A fifth of what is learned from is set aside: the model has the weights of the epoch with"
          + " the lowest loss on it, and its interval covers there what it promises.",
      "",
      "Examples:",
      "  samples/run forecast",
      "  samples/run forecast --save load.rondo --picture load.png",
      "  samples/run forecast --data air.csv --time Month --value Passengers --horizon 12 --season"
          + " 12",
      "  samples/run forecast --json"
    })
public final class ForecastApp implements Callable<Integer> {
  private static final double TEST = 0.2;
  private static final double VALIDATION = 0.2;

  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();
  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draw the last forecast of the test into FILE (.png).")
  private @Nullable Path picture;

  @Mixin private final OutputArguments output = new OutputArguments();

  private ForecastApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new ForecastApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    if (picture != null) {
      ModelArguments.checkWritable("--picture", picture);
    }
    List<Point> series = data.series(model.seed(), streams.err());
    int known = series.size() - (int) Math.round(series.size() * TEST);
    Optional<Path> file = model.load();
    Optional<SeriesForecasterPredictor> trained =
        file.isPresent()
            ? Optional.of(SeriesForecasterPredictor.load(file.get(), model.device()))
            : train(series.subList(0, known));
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (SeriesForecasterPredictor forecaster = trained.get()) {
      use(forecaster, series, series.subList(0, known));
    }
    return SampleMain.OK;
  }

  private Optional<SeriesForecasterPredictor> train(List<Point> known) {
    SeriesForecasterTrainer trainer =
        SeriesForecasterTrainer.create().validateOnLast(VALIDATION).calibrateIntervals(true);
    data.configure(trainer);
    return new TrainingSession(streams, model)
        .counting("windows")
        .run(trainer, it -> it.fit(List.of(known)), SeriesForecasterPredictor::save);
  }

  private void use(SeriesForecasterPredictor forecaster, List<Point> series, List<Point> known)
      throws IOException {
    ForecastEvaluation report = forecaster.evaluate(List.of(series), TEST);
    streams.err().println(report);
    if (picture != null) {
      int from = series.size() - report.horizon();
      QuantileForecast last = forecaster.next(series.subList(0, from));
      ForecastPicture.write(picture, "Forecast of " + data.name(), series, from, last);
      streams.err().println("drew the last forecast into " + picture);
    }
    if (output.json()) {
      results(report, deviation(known))
          .put("epochs", forecaster.history().epochs().size())
          .put("bestEpoch", forecaster.history().bestEpoch())
          .put("weights", WeightsDigest.of(forecaster::save))
          .print(streams.out());
    } else {
      streams.out().println(forecaster.next(series));
    }
  }

  /** Errors are scaled by the deviation of the part that was learned from. */
  private static Results results(ForecastEvaluation report, double deviation) {
    QuantileScores quantiles = report.quantiles().orElseThrow();
    IntervalScores interval = quantiles.intervals().get(0);
    return new Results()
        .put("mae", report.model().mae())
        .put("mse", report.model().all().mse())
        .put("mase", report.model().mase())
        .put("maseNaive", report.lastValue().mase())
        .put("maseSeasonal", report.seasonalNaive().mase())
        .put("maseLinear", report.linear().mase())
        .put("coverage", interval.coverage())
        .put("coverageBefore", interval.coverageBefore())
        .put("pinball", quantiles.meanPinball())
        .put("scaledMse", report.model().all().mse() / (deviation * deviation))
        .put("scaledMae", report.model().mae() / deviation)
        .put("season", report.season())
        .put("origins", report.origins());
  }

  private static double deviation(List<Point> known) {
    double mean = known.stream().mapToDouble(Point::value).average().orElse(0);
    return Math.sqrt(
        known.stream().mapToDouble(p -> Math.pow(p.value() - mean, 2)).average().orElse(0));
  }
}
